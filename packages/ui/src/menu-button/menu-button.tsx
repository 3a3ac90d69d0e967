import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { useDisclosure } from '../disclosure/disclosure.tsx';
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
  const { open, toggle, close, boxProps } = useDisclosure();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [open]);

  return (
    <div className="menu-button" {...boxProps}>
      <Button size="small" icon={icon} aria-expanded={open} aria-controls={id} onClick={toggle}>
        {label}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on what is inside clicks, too. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the clicks on what is inside. */}
      <div className="menu-button__list" id={id} ref={list} hidden={!open} onClick={close}>
        {children}
      </div>
    </div>
  );
}
