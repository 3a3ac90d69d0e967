import { knownCarriers } from '@lantern/text/tracking';
import { TextField } from '@lantern/ui/text-field';
import { type KeyboardEventHandler, useId } from 'react';

interface CarrierFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
}

/** A carrier's name: one of those whose tracking pages are known, or any other. */
export function CarrierField({ label, value, onChange, error, onKeyDown }: CarrierFieldProps) {
  const id = useId();
  return (
    <>
      <TextField
        label={label}
        optional
        autoComplete="off"
        list={id}
        value={value}
        error={error}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={id}>
        {knownCarriers.map((carrier) => (
          <option key={carrier} value={carrier} />
        ))}
      </datalist>
    </>
  );
}
