import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Anchor, type AnchorProps } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import './button.css';

interface ButtonLook {
  /** `primary` is the one thing to do here; `quiet` the others; `plain-link` is words only. */
  variant?: 'primary' | 'quiet' | 'plain-link' | 'danger';
  size?: 'regular' | 'small';
  /** As wide as its container. */
  fluid?: boolean;
  /** A lucide icon before the words. */
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

interface PressButton extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof ButtonLook> {
  href?: undefined;
  /** In progress: shows a spinner and takes no second press. */
  loading?: boolean;
}

interface LinkButton extends ButtonLook, Omit<AnchorProps, keyof ButtonLook> {
  href: string;
  loading?: undefined;
}

export type ButtonProps = PressButton | LinkButton;

function face(icon: ReactNode, children: ReactNode) {
  return (
    <span className="button__face">
      {icon}
      <span>{children}</span>
    </span>
  );
}

/** The one button of the store. With `href` it is a link that looks like one. */
export function Button(props: ButtonProps) {
  const { variant = 'quiet', size = 'regular', fluid = false, className } = props;
  const look = cx('ui button', fluid && 'fluid', `button--${variant}`, size === 'small' && 'button--small', className);

  if (props.href !== undefined) {
    const { variant: _v, size: _s, fluid: _f, icon, children, loading: _l, ...rest } = props;
    return (
      <Anchor {...rest} className={look}>
        {face(icon, children)}
      </Anchor>
    );
  }

  const { variant: _v, size: _s, fluid: _f, href: _h, icon, children, loading = false, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={cx(look, loading && 'loading', rest.disabled && 'disabled')}
      // Not `disabled` while it works: that would lose the focus.
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      onClick={(event) => (loading ? event.preventDefault() : onClick?.(event))}
    >
      {face(icon, children)}
    </button>
  );
}
