import { Check } from 'lucide-react';
import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import './checkbox.css';

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode;
  /** One more line under the label. */
  hint?: ReactNode;
}

/** A checkbox. A form's `register()` spreads onto it. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { label, hint, className, ...rest },
  ref,
) {
  return (
    <label className={cx('checkbox', className)}>
      <input {...rest} ref={ref} type="checkbox" className="checkbox__native" />
      <span className="checkbox__box" aria-hidden="true">
        <Check size="0.9375rem" strokeWidth={3} />
      </span>
      <span>
        {label}
        {hint && <span className="checkbox__hint">{hint}</span>}
      </span>
    </label>
  );
});
