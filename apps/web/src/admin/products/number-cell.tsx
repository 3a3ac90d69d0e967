import { forwardRef, type InputHTMLAttributes, useState } from 'react';

interface NumberCellProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  /** NaN where what is typed is no such number, null where nothing is and nothing need be. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** It may stay empty. */
  optional: boolean;
  parse: (text: string) => number | null;
  format: (value: number) => string;
}

/** A number behind a text: what is typed stays as it is until one leaves, and a wrong one is kept to be mended. */
export const NumberCell = forwardRef<HTMLInputElement, NumberCellProps>(function NumberCell(
  { value, onChange, onBlur, optional, parse, format, ...rest },
  ref,
) {
  const read = (text: string) => (optional && text.trim() === '' ? null : (parse(text) ?? Number.NaN));
  const write = (number: number | null) => (number === null || Number.isNaN(number) ? '' : format(number));
  const [typed, setTyped] = useState(() => write(value));
  // The value was changed by another way: discarded, saved, merged.
  const text = Object.is(read(typed), value) ? typed : write(value);
  return (
    <input
      {...rest}
      ref={ref}
      type="text"
      autoComplete="off"
      value={text}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(read(target.value));
      }}
      onBlur={(event) => {
        if (!Object.is(value, Number.NaN)) setTyped(write(value));
        onBlur?.(event);
      }}
    />
  );
});
