import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import './notice.css';

interface NoticeProps {
  title: string;
  children?: ReactNode;
  picture?: string;
  action?: { text: string; href?: string; onClick?: () => void };
  /** Errors are announced at once. */
  alert?: boolean;
}

/** Fills a place where there is nothing to show: an empty cart, no match, a page that failed. */
export function Notice({ title, children, picture, action, alert = false }: NoticeProps) {
  return (
    <div className="notice" role={alert ? 'alert' : undefined}>
      {picture && <img src={picture} alt="" width={120} height={120} />}
      <h1>{title}</h1>
      {children && <p className="muted">{children}</p>}
      {action && (
        <Button variant="primary" href={action.href} onClick={action.onClick}>
          {action.text}
        </Button>
      )}
    </div>
  );
}
