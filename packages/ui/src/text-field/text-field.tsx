import { forwardRef, type InputHTMLAttributes } from 'react';
import { Input } from 'semantic-ui-react';
import { Field, type FieldWords } from '../field/field.tsx';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldWords>, FieldWords {}

/** One line of text. A form's `register('name')` spreads onto it, ref and all. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, optional, hint, error, className, id, type = 'text', ...rest },
  ref,
) {
  return (
    <Field {...{ label, optional, hint, error, className, id }}>
      {(control) => (
        <Input fluid>
          <input
            dir={type === 'text' ? 'auto' : undefined}
            {...rest}
            {...control}
            ref={ref}
            type={type}
            className="field__control"
          />
        </Input>
      )}
    </Field>
  );
});
