import { type ReactNode, useRef } from 'react';
import { useBrowserLayoutEffect } from '../browser-layout-effect/browser-layout-effect.tsx';
import { keepFocus } from './keep-focus.ts';
import './modal-dialog.css';

interface ModalDialogProps {
  open: boolean;
  /** By Escape, by a click outside, or by the dialog's own buttons. */
  onClose: () => void;
  className: string;
  labelledBy: string;
  describedBy?: string;
  children: ReactNode;
}

/**
 * The base of dialogs and drawers. The browser's own `<dialog>` keeps the focus
 * inside, makes the rest of the page inert and gives the focus back at the end.
 */
export function ModalDialog(props: ModalDialogProps) {
  const { open, onClose, className, labelledBy, describedBy, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);

  useBrowserLayoutEffect(() => {
    if (!open) return;
    const element = dialog.current;
    // Where it was opened from, for when React removes the element before it could close.
    element?.showModal();
    return () => {
      element?.close();
      queueMicrotask(keepFocus);
    };
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape, the dialog's own.
    <dialog
      ref={dialog}
      className={`modal-dialog ${className}`}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        // Controlled: it closes when `open` becomes false.
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open && <div className="modal-dialog__inside">{children}</div>}
    </dialog>
  );
}
