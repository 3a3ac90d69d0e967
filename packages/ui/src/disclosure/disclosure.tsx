import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/**
 * A button that opens something beside it. A click or the focus outside closes it, and so does Escape, which gives the
 * focus back to the button. Put `boxProps` on the element around both; the button in it has `aria-expanded`.
 */
export function useDisclosure() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
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
    box.current?.querySelector<HTMLElement>('button[aria-expanded]')?.focus();
  }

  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && open) close();
  };
  return { open, toggle: () => setOpen(!open), close, boxProps: { ref: box, onKeyDown } };
}
