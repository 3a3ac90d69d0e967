import { parseCents } from '@lantern/text/money';
import { shortCentsText } from '@lantern/text/money-format';
import { t } from '@lingui/core/macro';
import { useEffect, useId, useState } from 'react';
import { currencySign, decimalSign } from '../format/format.tsx';
import './price-range.css';

interface PriceLimits {
  minCents: number | null;
  maxCents: number | null;
}

interface PriceRangeProps extends PriceLimits {
  /** The prices that there are, shown in empty fields. */
  lowestCents?: number | null;
  highestCents?: number | null;
  onChange: (limits: PriceLimits) => void;
}

interface PriceInputProps {
  label: string;
  cents: number | null;
  /** What there is, if nothing is typed. */
  hintCents: number | null | undefined;
  onCommit: (cents: number | null) => void;
}

const toText = (cents: number | null | undefined) =>
  cents == null ? '' : shortCentsText(cents).replace('.', decimalSign());

/** Keeps the text to itself while it is being typed; what is not an amount stays in the field to be corrected. */
function PriceInput({ label, cents, hintCents, onCommit }: PriceInputProps) {
  const id = useId();
  const [text, setText] = useState(toText(cents));
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    setText(toText(cents));
    setRefused(false);
  }, [cents]);

  function commit() {
    const meant = parseCents(text);
    const wrong = meant === null && text.trim() !== '';
    setRefused(wrong);
    if (wrong) return;
    setText(toText(meant));
    if (meant !== cents) onCommit(meant);
  }

  return (
    <div>
      <label className="price-range__label" htmlFor={id}>
        {label}
      </label>
      <span className="price-range__box">
        <span className="price-range__sign" aria-hidden="true">
          {currencySign()}
        </span>
        <input
          id={id}
          className="price-range__input num"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          placeholder={toText(hintCents)}
          aria-invalid={refused || undefined}
          aria-describedby={refused ? `${id}-error` : undefined}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      </span>
      {refused && (
        <span className="price-range__error" id={`${id}-error`} role="alert">
          {t`Enter an amount, such as 12.50.`}
        </span>
      )}
    </div>
  );
}

/** A lowest and a highest price, typed in whole units of the currency, reported in cents on Enter or blur. */
export function PriceRange(props: PriceRangeProps) {
  const { minCents, maxCents, lowestCents, highestCents, onChange } = props;
  return (
    <fieldset className="price-range">
      <legend className="visually-hidden">{t`Price in ${{ currency: currencySign() }}`}</legend>
      <PriceInput
        label={t`From`}
        cents={minCents}
        hintCents={lowestCents}
        onCommit={(cents) => onChange({ minCents: cents, maxCents })}
      />
      <PriceInput
        label={t`To`}
        cents={maxCents}
        hintCents={highestCents}
        onCommit={(cents) => onChange({ minCents, maxCents: cents })}
      />
    </fieldset>
  );
}
