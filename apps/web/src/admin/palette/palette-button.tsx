import { t } from '@lingui/core/macro';
import { Search } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { AdminPalette } from './admin-palette.tsx';
import './palette-button.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens the palette, as do ⌘K and Ctrl+K anywhere in the admin area. */
export function PaletteButton() {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // Ctrl+K cuts a line on a Mac.
      const isShortcut = event.key.toLowerCase() === 'k' && (isApple ? event.metaKey : event.ctrlKey);
      if (!isShortcut || event.altKey || event.shiftKey) return;
      event.preventDefault();
      // What is open already asks for something else first.
      if (!document.querySelector('dialog[open]')) setOpen(true);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <button
        type="button"
        className="palette-button admin-nav__link"
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onClick={() => setOpen(true)}
      >
        <Search size="1.125rem" aria-hidden="true" />
        <span className="admin-nav__word">{t`Find`}</span>
        <span className="palette-button__keys" aria-hidden="true">
          {isApple ? '⌘K' : t`Ctrl K`}
        </span>
      </button>
      {open && <AdminPalette onClose={close} />}
    </>
  );
}
