import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';

export interface ToastMessage {
  kind: 'success' | 'error' | 'info';
  text: string;
  /** One thing to do about it: a link, or a press ("Undo"). */
  action?: { label: string; href?: string; onPress?: () => void };
  /** For how long it stands, in milliseconds; 5 seconds unless said otherwise. */
  staysMs?: number;
}

const STAYS_MS = 5000;
const icons = { success: CircleCheck, error: CircleAlert, info: Info };

/** One message: it leaves by itself, but not from under the reader's hand. */
export function ToastCard({ message, onLeave }: { message: ToastMessage; onLeave: () => void }) {
  const { kind, text, action, staysMs = STAYS_MS } = message;
  const [held, setHeld] = useState(false);
  // The newest `onLeave` without starting the clock again on every render of the stack.
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const Icon = icons[kind];

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => leave.current(), staysMs);
    return () => clearTimeout(timer);
  }, [held, staysMs]);

  function act() {
    action?.onPress?.();
    onLeave();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops the clock.
    <div
      className={cx('toast', `toast--${kind}`)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon className="toast__icon" size={20} aria-hidden="true" />
      <span className="toast__text">{text}</span>
      {action?.href !== undefined && (
        <Anchor href={action.href} className="toast__action" onClick={act}>
          {action.label}
        </Anchor>
      )}
      {action && action.href === undefined && (
        <button type="button" className="toast__action" onClick={act}>
          {action.label}
        </button>
      )}
      <button type="button" className="toast__close" aria-label="Dismiss" onClick={onLeave}>
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  );
}
