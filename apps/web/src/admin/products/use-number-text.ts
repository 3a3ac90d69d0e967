import { useState } from 'react';

interface NumberText {
  /** NaN where what is typed is no such number, null where nothing is and nothing need be. */
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  /** It may stay empty. */
  optional: boolean;
  parse: (text: string) => number | null;
  format: (value: number) => string;
}

/** A number behind a text: what is typed stays as it is until one leaves, and a wrong one is kept to be mended. */
export function useNumberText({ value, onChange, onBlur, optional, parse, format }: NumberText) {
  const read = (text: string) => (optional && text.trim() === '' ? null : (parse(text) ?? Number.NaN));
  const write = (number: number | null) => (number === null || Number.isNaN(number) ? '' : format(number));
  const [typed, setTyped] = useState(() => write(value));
  return {
    // The value was changed by another way: discarded, saved, merged.
    value: Object.is(read(typed), value) ? typed : write(value),
    onChange({ target }: { target: { value: string } }) {
      setTyped(target.value);
      onChange(read(target.value));
    },
    onBlur() {
      if (!Object.is(value, Number.NaN)) setTyped(write(value));
      onBlur?.();
    },
  };
}
