import type { MouseEventHandler, ReactNode } from 'react';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import '../button/button.css';
import './icon-button.css';

interface IconButtonProps {
  /** What it does, for those who do not see the icon; also the tooltip. */
  label: string;
  /** A lucide icon. */
  children: ReactNode;
  onClick?: MouseEventHandler<HTMLElement>;
  href?: string;
  disabled?: boolean;
  tone?: 'plain' | 'danger';
  className?: string;
}

/** A round button that shows only an icon, 44 pixels wide. */
export function IconButton({ label, children, onClick, href, disabled, tone = 'plain', className }: IconButtonProps) {
  const names = { 'aria-label': label, title: label };
  const look = cx('ui icon button icon-button', `icon-button--${tone}`, className);

  if (href !== undefined) {
    return (
      <Anchor href={href} className={look} {...names} onClick={onClick}>
        {children}
      </Anchor>
    );
  }
  return (
    <button type="button" className={cx(look, disabled && 'disabled')} {...names} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}
