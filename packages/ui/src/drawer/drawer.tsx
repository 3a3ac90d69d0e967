import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { ModalDialog } from '../modal-dialog/modal-dialog.tsx';
import './drawer.css';

interface DrawerProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Stays at the bottom while the rest scrolls: the total and its button. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A sheet from the right, over the page: the cart, the filters on a phone. */
export function Drawer({ open, onClose, title, footer, children }: DrawerProps) {
  const id = useId();
  return (
    <ModalDialog open={open} onClose={onClose} className="drawer" labelledBy={id}>
      <div className="drawer__head">
        <h2 className="drawer__title" id={id}>
          {title}
        </h2>
        <IconButton label={t`Close`} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="drawer__body">{children}</div>
      {footer && <div className="drawer__footer">{footer}</div>}
    </ModalDialog>
  );
}
