import type { ReactNode } from 'react';
import { Anchor } from '../anchor/anchor.tsx';

interface OptionLinkProps {
  id: string;
  href: string;
  active: boolean;
  className: string;
  onPick: () => void;
  children: ReactNode;
}

/** An option of a combobox's list: a link, so that it can be opened in a new tab. */
export function OptionLink({ active, onPick, ...link }: OptionLinkProps) {
  return (
    <Anchor
      {...link}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      // Pressing must not take the focus from the field, whose list may close before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        // With a modifier key it works as a link, to open a new tab.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onPick();
      }}
    />
  );
}
