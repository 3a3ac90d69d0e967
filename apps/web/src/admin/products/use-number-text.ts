import { useState } from 'react';

interface NumberText {
  /** NaN for text that is not a valid number; null if optional and empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  /** It may be left empty. */
  optional: boolean;
  parse: (text: string) => number | null;
  format: (value: number) => string;
}

/** A text field for a number: what is typed stays as typed until blur, and invalid input is kept to be corrected. */
export function useNumberText({ value, onChange, onBlur, optional, parse, format }: NumberText) {
  const read = (text: string) => (optional && text.trim() === '' ? null : (parse(text) ?? Number.NaN));
  const write = (number: number | null) => (number === null || Number.isNaN(number) ? '' : format(number));
  const [typed, setTyped] = useState(() => write(value));
  return {
    // The value was changed from outside: discarded, saved or merged.
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
