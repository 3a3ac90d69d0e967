import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from '../cx/cx.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { ModalDialog } from '../modal-dialog/modal-dialog.tsx';
import './dialog.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** A line under the title. */
  text?: ReactNode;
  width?: 'regular' | 'wide';
  /** Buttons, the main one last. */
  footer: ReactNode;
  children: ReactNode;
}

/** A task in a dialog, which begins in its first field: its body scrolls, title and buttons stay. On a phone it slides up from the bottom. */
export function Dialog({ open, onClose, title, text, width = 'regular', footer, children }: DialogProps) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  // The browser has focused the first button, which closes it: a space in what is typed then would do so.
  useEffect(() => {
    if (open) body.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [open]);
  return (
    <ModalDialog
      open={open}
      onClose={onClose}
      className={cx('dialog', `dialog--${width}`)}
      labelledBy={`${id}-title`}
      describedBy={text ? `${id}-text` : undefined}
    >
      <div className="dialog__head">
        <div>
          <h2 className="dialog__title" id={`${id}-title`}>
            {title}
          </h2>
          {text && (
            <p className="dialog__text" id={`${id}-text`}>
              {text}
            </p>
          )}
        </div>
        <IconButton label={t`Close`} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div ref={body} className="dialog__body">
        {children}
      </div>
      <div className="dialog__footer">{footer}</div>
    </ModalDialog>
  );
}
