import { forwardRef, type SelectHTMLAttributes, useId } from 'react';
import './text-field.css';

interface SelectFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  options: readonly { value: string; text: string }[];
  error?: string;
}

/** A labelled choice. The browser's own control: nothing is easier on a phone. */
export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(
  { label, options, error, ...select },
  ref,
) {
  const id = useId();
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <select
        ref={ref}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-note` : undefined}
        {...select}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <span id={`${id}-note`} className="text-field__error">
          {error}
        </span>
      )}
    </div>
  );
});
