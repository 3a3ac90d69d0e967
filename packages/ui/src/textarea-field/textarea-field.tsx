import { forwardRef, type TextareaHTMLAttributes } from 'react';
import { Field, type FieldWords } from '../field/field.tsx';
import './textarea-field.css';

interface TextareaFieldProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldWords>, FieldWords {}

/** A text field of several lines. */
export const TextareaField = forwardRef<HTMLTextAreaElement, TextareaFieldProps>(function TextareaField(
  { label, optional, hint, error, className, id, rows = 4, ...rest },
  ref,
) {
  return (
    <Field {...{ label, optional, hint, error, className, id }}>
      {(control) => (
        <textarea dir="auto" {...rest} {...control} ref={ref} rows={rows} className="field__control textarea-field" />
      )}
    </Field>
  );
});
