import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import './toggle.css';

interface ToggleProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role'> {
  label: ReactNode;
}

/** A switch for what takes effect at once ("In stock only"). */
export const Toggle = forwardRef<HTMLInputElement, ToggleProps>(function Toggle({ label, className, ...rest }, ref) {
  return (
    <label className={cx('toggle', className)}>
      <span>{label}</span>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is checked. */}
      <input {...rest} ref={ref} type="checkbox" role="switch" className="toggle__native" />
      <span className="toggle__track" aria-hidden="true" />
    </label>
  );
});
