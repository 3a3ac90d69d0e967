import type { MouseEventHandler, ReactNode } from 'react';
import { Button as SuiButton } from 'semantic-ui-react';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import '../theme/fomantic/button.css';
import './icon-button.css';

interface IconButtonProps {
  /** What it does, for those who do not see the icon; also the tooltip. */
  label: string;
  /** A lucide icon. */
  children: ReactNode;
  onClick?: MouseEventHandler<HTMLElement>;
  href?: string;
  disabled?: boolean;
  /** A small number at its corner; 0 shows none. */
  badge?: number;
  tone?: 'plain' | 'filled' | 'danger';
  className?: string;
}

/** A round button that shows only an icon, 44 pixels wide. */
export function IconButton(props: IconButtonProps) {
  const { label, children, onClick, href, disabled, badge = 0, tone = 'plain', className } = props;
  const look = cx('icon-button', `icon-button--${tone}`, className);
  const name = badge > 0 ? `${label} (${badge})` : label;
  const face = (
    <>
      {children}
      {badge > 0 && (
        <span className="icon-button__badge num" aria-hidden="true">
          {badge > 99 ? '99+' : badge}
        </span>
      )}
    </>
  );

  if (href !== undefined) {
    return (
      <Anchor href={href} className={cx('ui icon button', look)} aria-label={name} title={label} onClick={onClick}>
        {face}
      </Anchor>
    );
  }
  return (
    <SuiButton
      type="button"
      icon
      className={look}
      aria-label={name}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {face}
    </SuiButton>
  );
}
