import type { ReactNode } from 'react';
import { Button as SemanticButton } from 'semantic-ui-react';
import { Anchor } from './anchor.tsx';
import './button.css';

interface ButtonProps {
  children: ReactNode;
  variant?: 'primary' | 'quiet' | 'danger' | 'link';
  /** Makes it a link that looks like a button. */
  href?: string;
  type?: 'button' | 'submit';
  loading?: boolean;
  disabled?: boolean;
  wide?: boolean;
  onClick?: () => void;
}

/** The one button of the shop. While it loads it keeps its size and cannot be pressed again. */
export function Button({
  children,
  variant = 'quiet',
  href,
  type = 'button',
  loading,
  disabled,
  wide,
  onClick,
}: ButtonProps) {
  const look = {
    primary: variant === 'primary',
    negative: variant === 'danger',
    fluid: wide,
    className: variant === 'link' ? 'button--link' : undefined,
  };
  if (href !== undefined) return <SemanticButton as={Anchor} href={href} {...look} content={children} />;
  return (
    <SemanticButton
      type={type}
      {...look}
      loading={loading}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      onClick={onClick}
    >
      {children}
    </SemanticButton>
  );
}
