import { IconButton } from '@lantern/ui/icon-button';
import { UserRound, X } from 'lucide-react';
import './account-note.css';

interface AccountNoteProps {
  /** What to say; null while there is nothing. */
  children: string | null;
  onClose: () => void;
}

/** Says whose page this has become. It stays until it is closed: it may have come while nobody looked. */
export function AccountNote({ children, onClose }: AccountNoteProps) {
  return (
    <div role="status">
      {children !== null && (
        <div className="account-note">
          <UserRound size={18} aria-hidden="true" />
          <p className="account-note__text">{children}</p>
          <IconButton label="Dismiss" onClick={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
