import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { ToastCard, type ToastMessage } from './toast-card.tsx';
import './toast.css';

export type { ToastMessage } from './toast-card.tsx';

type ShowToast = (message: ToastMessage) => void;

const ToastContext = createContext<ShowToast>(() => {});

/** How many may stand at once; an older one makes room. */
const MOST = 3;

/** Holds the small messages of the app at the bottom of the screen. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(ToastMessage & { id: number })[]>([]);
  const nextId = useRef(1);

  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setToasts((current) => [...current.slice(1 - MOST), { ...message, id }]);
  }, []);

  const leave = useCallback((id: number) => {
    setToasts((current) => current.filter((toast) => toast.id !== id));
  }, []);

  return (
    <ToastContext.Provider value={show}>
      {children}
      {/* Always in the page: a live region that comes with its message is not read out. */}
      <section className="toast-stack" aria-live="polite" aria-label="Messages">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} message={toast} onLeave={() => leave(toast.id)} />
        ))}
      </section>
    </ToastContext.Provider>
  );
}

/** `const toast = useToast(); toast({ kind: 'success', text: 'Address saved' })`. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}
