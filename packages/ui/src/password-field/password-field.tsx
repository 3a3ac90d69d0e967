import { t } from '@lingui/core/macro';
import { Eye, EyeOff } from 'lucide-react';
import { forwardRef, type InputHTMLAttributes, useState } from 'react';
import { Input } from 'semantic-ui-react';
import { Field, type FieldWords } from '../field/field.tsx';
import './password-field.css';

interface PasswordFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldWords | 'type'>,
    FieldWords {}

/** A password field with a button to show what is typed. */
export const PasswordField = forwardRef<HTMLInputElement, PasswordFieldProps>(function PasswordField(
  { label, optional, hint, error, className, id, ...rest },
  ref,
) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;

  return (
    <Field {...{ label, optional, hint, error, className, id }}>
      {(control) => (
        <Input fluid className="password-field">
          <input
            {...rest}
            {...control}
            ref={ref}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className="field__control"
          />
          <button
            type="button"
            className="password-field__eye"
            aria-label={shown ? t`Hide password` : t`Show password`}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon size="1.1875rem" aria-hidden="true" />
          </button>
        </Input>
      )}
    </Field>
  );
});
