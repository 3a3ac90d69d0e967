import { t } from '@lingui/core/macro';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { ModalDialog } from '../modal-dialog/modal-dialog.tsx';
import './confirm-dialog.css';

interface ConfirmDialogProps {
  open: boolean;
  /** The question. */
  title: ReactNode;
  /** What will happen. */
  text?: ReactNode;
  /** The verb: "Cancel order". */
  confirmLabel: string;
  cancelLabel?: string;
  /** It cannot be undone. */
  danger?: boolean;
  /** In progress: it takes no second press, and can not be closed. */
  loading?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  /** Fields to fill in before confirming: a note, a reason. */
  children?: ReactNode;
}

/** Asks for confirmation. A field that is not as it has to be gets the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, text, confirmLabel, cancelLabel = t`Cancel`, children } = props;
  const { danger = false, loading = false, onConfirm, onCancel } = props;
  const id = useId();
  const actions = useRef<HTMLDivElement>(null);
  const [tries, setTries] = useState(0);
  // What has been refused may be scrolled out of sight.
  useEffect(() => {
    if (tries > 0) actions.current?.closest('dialog')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  function confirm() {
    onConfirm();
    setTries(tries + 1);
  }

  return (
    <ModalDialog
      open={open}
      onClose={loading ? () => {} : onCancel}
      className="confirm-dialog"
      labelledBy={`${id}-title`}
      describedBy={text ? `${id}-text` : undefined}
    >
      <h2 className="confirm-dialog__title" id={`${id}-title`}>
        {title}
      </h2>
      {text && (
        <p className="confirm-dialog__text" id={`${id}-text`}>
          {text}
        </p>
      )}
      {children}
      <div ref={actions} className="confirm-dialog__actions">
        <Button onClick={onCancel} disabled={loading}>
          {cancelLabel}
        </Button>
        <Button variant={danger ? 'danger' : 'primary'} onClick={confirm} loading={loading}>
          {confirmLabel}
        </Button>
      </div>
    </ModalDialog>
  );
}
