import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './form-error.css';

interface FormErrorProps {
  /** What went wrong, in a few words. */
  title?: string;
  /** What to do about it. With neither, nothing is shown. */
  children?: ReactNode;
}

/** Says why a form was refused; announced when it appears. */
export function FormError({ title, children }: FormErrorProps) {
  if (!title && !children) return null;
  return (
    <div role="alert" className="ui negative message form-error">
      <CircleAlert size="1.25rem" aria-hidden="true" />
      <div>
        {title && <b className="form-error__title">{title}</b>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
