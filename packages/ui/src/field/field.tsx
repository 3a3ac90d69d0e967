import { t } from '@lingui/core/macro';
import { type ReactNode, useId } from 'react';
import { cx } from '../cx/cx.tsx';
import './field.css';

/** The label and the messages that every form field can have. */
export interface FieldWords {
  label: string;
  /** Marks it as optional. */
  optional?: boolean;
  /** Under the field, always. */
  hint?: ReactNode;
  /** Under the field, instead of the hint: what is wrong and what to do. */
  error?: string;
  className?: string;
}

interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

interface FieldProps extends FieldWords {
  id?: string;
  /** Renders the control, given the attributes that link it to its label and its error. */
  children: (control: ControlProps) => ReactNode;
}

/** A label, any control, and one line of help or error below it. */
export function Field({ label, optional, hint, error, className, id, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const wordsId = `${controlId}-words`;
  const words = error || hint;

  return (
    <div className={cx('field', className)}>
      <label className="field__label" htmlFor={controlId}>
        {label}
        {optional && <span className="field__optional"> {t`optional`}</span>}
      </label>
      {children({
        id: controlId,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': words ? wordsId : undefined,
      })}
      {words && (
        <span id={wordsId} className={error ? 'field__error' : 'field__hint'}>
          {words}
        </span>
      )}
    </div>
  );
}
