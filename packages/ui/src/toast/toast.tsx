import { t } from '@lingui/core/macro';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import './toast.css';

export interface ToastMessage {
  kind: 'success' | 'error' | 'info';
  text: string;
  /** One thing to do about it: a link, or a press ("Undo"). */
  action?: { label: string; href?: string; onPress?: () => void };
  /** How long it is shown, in milliseconds; 5 seconds by default. */
  staysMs?: number;
}

type ShowToast = (message: ToastMessage) => void;

const ToastContext = createContext<ShowToast>(() => {});

/** How many are shown at once; the oldest one leaves. */
const MOST = 3;
const STAYS_MS = 5000;
const icons = { success: CircleCheck, error: CircleAlert, info: Info };

/** Holds the small messages of the app at the bottom of the screen. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(ToastMessage & { id: number })[]>([]);
  const nextId = useRef(1);

  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setToasts((current) => [...current.slice(1 - MOST), { ...message, id }]);
  }, []);

  const leave = (id: number) => setToasts((current) => current.filter((toast) => toast.id !== id));

  return (
    <ToastContext.Provider value={show}>
      {children}
      {/* Always in the page: a live region that comes with its message is not read out. */}
      <section className="toast-stack" aria-live="polite" aria-label={t`Messages`}>
        {toasts.map((toast) => (
          <Toast key={toast.id} message={toast} onLeave={() => leave(toast.id)} />
        ))}
      </section>
    </ToastContext.Provider>
  );
}

/** `const toast = useToast(); toast({ kind: 'success', text: 'Address saved' })`. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

/** One message: it leaves by itself, but not while it is hovered or has the focus. */
function Toast({ message, onLeave }: { message: ToastMessage; onLeave: () => void }) {
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
      <Icon className="toast__icon" size="1.25rem" aria-hidden="true" />
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
      <button type="button" className="toast__close" aria-label={t`Dismiss`} onClick={onLeave}>
        <X size="1.125rem" aria-hidden="true" />
      </button>
    </div>
  );
}
