import { currencySign } from '@lantern/ui/format';
import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { labelled } from '../shared/labelled.ts';
import { type PriceChangeKind, priceChangeKinds } from './price-change.ts';
import './price-change-fields.css';

const choices: readonly { value: PriceChangeKind; label: MessageDescriptor }[] = [
  { value: 'price', label: msg`Raise or lower by per cent` },
  { value: 'price_by', label: msg`Raise or lower by an amount` },
  { value: 'price_set', label: msg`Set to one price` },
];

/** What the amount is called, and what it does. */
function wordsOf(kind: PriceChangeKind): { label: string; hint: string } {
  const sign = currencySign();
  if (kind === 'price')
    return {
      label: t`Change by %`,
      hint: t`10 raises prices by 10 %, −10 lowers them. Prices are rounded to the cent.`,
    };
  if (kind === 'price_by')
    return { label: t`Change by ${{ sign }}`, hint: t`1.50 raises prices by that much, −1.50 lowers them.` };
  return { label: t`New price, ${{ sign }}`, hint: t`All variants of these products get this price.` };
}

interface PriceChangeFieldsProps {
  kind: PriceChangeKind;
  onKind: (kind: PriceChangeKind) => void;
  typed: string;
  onType: (text: string) => void;
  problem: string | undefined;
}

/** How prices change, and by how much. */
export function PriceChangeFields({ kind, onKind, typed, onType, problem }: PriceChangeFieldsProps) {
  return (
    <div className="price-change-fields">
      <SelectField
        label={t`Change`}
        options={labelled(choices)}
        value={kind}
        onChange={({ target }) => onKind(priceChangeKinds.find((known) => known === target.value) ?? kind)}
      />
      <TextField
        {...wordsOf(kind)}
        inputMode="text"
        autoComplete="off"
        value={typed}
        error={problem}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  );
}
