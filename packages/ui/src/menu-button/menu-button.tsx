import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import './menu-button.css';

interface MenuButtonProps {
  label: string;
  /** A lucide icon before the words. */
  icon?: ReactNode;
  /** Links and buttons, one below the other. */
  children: ReactNode;
}

/** A button that opens a few links or buttons below it. Clicking one of them, clicking outside, or Escape closes it. */
export function MenuButton({ label, icon, children }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('.menu-button__list :is(a, button)')?.focus();
    function closeOutside(event: Event) {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false);
    }
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  function close() {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what is inside.
    <div
      className="menu-button"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
      }}
    >
      <Button size="small" icon={icon} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on what is inside clicks, too. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <div className="menu-button__list" id={id} hidden={!open} onClick={close}>
        {children}
      </div>
    </div>
  );
}
