import { TextField } from '@lantern/ui/text-field';
import { plural, t } from '@lingui/core/macro';
import { type ClipboardEvent, type KeyboardEventHandler, useState } from 'react';
import { fillFrom, linesOf } from './number-lines.ts';

interface TrackingNumbersProps {
  /** The orders' numbers. */
  orders: string[];
  /** By the orders' numbers. */
  value: Readonly<Record<string, string>>;
  onChange: (value: Record<string, string>) => void;
  problemOf: (order: string) => string | undefined;
  onKeyDown: KeyboardEventHandler<HTMLInputElement>;
}

/** A tracking number for each order. A list that is pasted into one of them fills those below it too. */
export function TrackingNumbers({ orders, value, onChange, problemOf, onKeyDown }: TrackingNumbersProps) {
  const [leftOut, setLeftOut] = useState(0);

  function fill(event: ClipboardEvent, from: string) {
    const lines = linesOf(event.clipboardData.getData('text'));
    setLeftOut(0);
    if (lines.length === 1) return;
    event.preventDefault();
    onChange(fillFrom(value, orders, from, lines));
    setLeftOut(Math.max(0, lines.length - (orders.length - orders.indexOf(from))));
  }

  return (
    <>
      {orders.length > 1 && <p className="muted">{t`Paste a list with one number per line to fill in all of them.`}</p>}
      {orders.map((order) => (
        <TextField
          key={order}
          label={t`Tracking number for ${order}`}
          optional
          autoComplete="off"
          value={value[order] ?? ''}
          error={problemOf(order)}
          onChange={({ target }) => onChange({ ...value, [order]: target.value })}
          onPaste={(event) => fill(event, order)}
          onKeyDown={onKeyDown}
        />
      ))}
      <p role="status">
        {leftOut > 0 &&
          plural(leftOut, {
            one: 'The list was longer: its last number is left out.',
            other: 'The list was longer: its last # numbers are left out.',
          })}
      </p>
    </>
  );
}
