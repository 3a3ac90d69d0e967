import type { FormEventHandler, ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import './form.css';

interface FormProps {
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** What it is for, where no heading says so. */
  label?: string;
  children: ReactNode;
}

/** Fields below each other. Errors are shown by the fields, never by the browser's own messages. */
export function Form({ onSubmit, label, children }: FormProps) {
  return (
    <form noValidate onSubmit={onSubmit} aria-label={label} className="form">
      {children}
    </form>
  );
}

interface FormRowProps {
  /** Short fields, a code or a date, that fit beside each other on a phone too. */
  tight?: boolean;
  children: ReactNode;
}

/** Fields side by side where they fit. */
export function FormRow({ tight = false, children }: FormRowProps) {
  return <div className={cx('form__row', tight && 'form__row--tight')}>{children}</div>;
}

interface FormGroupProps {
  title: string;
  children: ReactNode;
}

/** Fields that belong together, under a title of their own. */
export function FormGroup({ title, children }: FormGroupProps) {
  return (
    <fieldset className="form__group">
      <legend className="form__group-title">{title}</legend>
      {children}
    </fieldset>
  );
}

/** The submit button, and what is beside it. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form__actions">{children}</div>;
}
