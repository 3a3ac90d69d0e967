import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import './toast.css';

interface Toast {
  kind: 'success' | 'error';
  text: string;
}
const STAYS_MS = 6000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says something in passing; read out by screen readers, gone by itself. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Holds what is being said. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const say = useCallback((toast: Toast) => {
    const id = performance.now();
    setToasts((now) => [...now.slice(-2), { ...toast, id }]);
    setTimeout(() => setToasts((now) => now.filter((one) => one.id !== id)), STAYS_MS);
  }, []);
  const list = useMemo(
    () => (
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, kind, text }) => (
          <div key={id} className={`toasts__toast toasts__toast--${kind}`}>
            {text}
          </div>
        ))}
      </div>
    ),
    [toasts],
  );
  return (
    <ToastContext.Provider value={say}>
      {children}
      {list}
    </ToastContext.Provider>
  );
}
