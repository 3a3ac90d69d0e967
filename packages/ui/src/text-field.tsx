import { forwardRef, type InputHTMLAttributes, useId } from 'react';
import './text-field.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  error?: string;
  hint?: string;
  optional?: boolean;
  wide?: boolean;
}

/** A labelled box; its error stands under it, is tied to it for screen readers, and wipes nothing. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, error, hint, optional = false, wide = false, ...input },
  ref,
) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={wide ? 'text-field text-field--wide' : 'text-field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="muted"> (optional)</span>}
      </label>
      <input
        ref={ref}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        {...input}
      />
      {note && (
        <span id={`${id}-note`} className={error ? 'text-field__error' : 'muted'}>
          {note}
        </span>
      )}
    </div>
  );
});
