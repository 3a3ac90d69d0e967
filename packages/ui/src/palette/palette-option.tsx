import type { ReactNode } from 'react';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import { Matched } from '../matched/matched.tsx';

export interface PaletteItem {
  key: string;
  label: string;
  href: string;
  /** Shown after the label, and searched as it is: an email. */
  detail?: string;
  /** At the end, and not searched: a status. */
  note?: string;
  /** It leads to more than fits, and was not found itself. */
  more?: true;
  /** A lucide icon, or a small image. */
  icon: ReactNode;
}

interface PaletteOptionProps {
  id: string;
  item: PaletteItem;
  typed: string;
  active: boolean;
  onPick: () => void;
}

/** One line of a palette: a link, so that it can be opened in a new tab. */
export function PaletteOption({ id, item, typed, active, onPick }: PaletteOptionProps) {
  return (
    <Anchor
      id={id}
      href={item.href}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={cx('palette__option', active && 'palette__option--active')}
      // Pressing must not take the focus from the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        // With a modifier key it works as a link, to open a new tab.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onPick();
      }}
    >
      <span className="palette__icon">{item.icon}</span>
      <span className="palette__words">
        <bdi>{item.more ? item.label : <Matched label={item.label} typed={typed} />}</bdi>
        {item.detail && (
          <span className="palette__detail">
            {' '}
            <bdi>
              <Matched label={item.detail} typed={typed} />
            </bdi>
          </span>
        )}
        {item.note && <span className="palette__detail"> {item.note}</span>}
      </span>
    </Anchor>
  );
}
