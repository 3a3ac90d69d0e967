import { Anchor } from '@lantern/ui/anchor';
import { IconButton } from '@lantern/ui/icon-button';
import { t } from '@lingui/core/macro';
import { UserRound, X } from 'lucide-react';
import './account-note.css';

interface AccountNoteProps {
  /** The message; null if there is none. */
  children: string | null;
  /** Where to log in again; null if that is not to be offered. */
  login: string | null;
  onClose: () => void;
}

/**
 * Says that the page now belongs to another user. It stays until closed, since it may appear while nobody is looking.
 */
export function AccountNote({ children, login, onClose }: AccountNoteProps) {
  return (
    <div role="status">
      {children !== null && (
        <div className="account-note">
          <UserRound size="1.125rem" aria-hidden="true" />
          <p className="account-note__text">
            {children} {login !== null && <Anchor href={login}>{t`Log in`}</Anchor>}
          </p>
          <IconButton label={t`Dismiss`} onClick={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
