import { ChevronDown } from 'lucide-react';
import { forwardRef, type SelectHTMLAttributes } from 'react';
import { Field, type FieldWords } from '../field/field.tsx';
import './select-field.css';

interface SelectFieldProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldWords>, FieldWords {
  options: readonly { value: string; label: string }[];
  /** The first line, while nothing is chosen. */
  placeholder?: string;
}

/** A choice in a form. Takes `register()` like a text field. */
export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(
  { label, optional, hint, error, className, id, options, placeholder, ...rest },
  ref,
) {
  return (
    <Field {...{ label, optional, hint, error, className, id }}>
      {(control) => (
        <span className="select-field">
          <select {...rest} {...control} ref={ref} className="field__control select-field__native">
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown className="select-field__arrow" size="1.125rem" aria-hidden="true" />
        </span>
      )}
    </Field>
  );
});
