import { CardTableCell, CardTableRow } from '@lantern/ui/card-table';
import { IconButton } from '@lantern/ui/icon-button';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ClipboardEventHandler } from 'react';
import { useFormContext } from 'react-hook-form';
import type { ProductDraft } from './draft.ts';
import type { FactDraft } from './fact-lines.ts';
import { GridCell } from './grid-cell.tsx';

interface FactRowProps {
  index: number;
  /** How many rows there are. */
  count: number;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  onPaste: ClipboardEventHandler;
}

const columns: [name: keyof FactDraft, heading: MessageDescriptor][] = [
  ['name', msg`Name`],
  ['value', msg`Value`],
];

/** One fact: a row of two fields, or a card on a phone. */
export function FactRow({ index, count, onMove, onRemove, onPaste }: FactRowProps) {
  const { register, getFieldState, formState } = useFormContext<ProductDraft>();
  const number = index + 1;
  return (
    <CardTableRow>
      {columns.map(([name, heading]) => (
        <GridCell
          key={name}
          column={t(heading)}
          row={t`fact ${number}`}
          error={getFieldState(`specification.${index}.${name}`, formState).error?.message}
        >
          {(cell) => (
            <input
              {...cell}
              {...register(`specification.${index}.${name}`)}
              type="text"
              dir="auto"
              autoComplete="off"
              onPaste={onPaste}
            />
          )}
        </GridCell>
      ))}
      <CardTableCell className="variant-grid__actions">
        <IconButton label={t`Move fact ${number} up`} disabled={index === 0} onClick={() => onMove(-1)}>
          <ArrowUp aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Move fact ${number} down`} disabled={number === count} onClick={() => onMove(1)}>
          <ArrowDown aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Remove fact ${number}`} tone="danger" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </CardTableCell>
    </CardTableRow>
  );
}
