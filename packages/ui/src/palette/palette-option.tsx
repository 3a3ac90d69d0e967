import type { ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import { Matched } from '../matched/matched.tsx';
import { OptionLink } from '../option-link/option-link.tsx';

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

/** One line of a palette. */
export function PaletteOption({ id, item, typed, active, onPick }: PaletteOptionProps) {
  return (
    <OptionLink
      id={id}
      href={item.href}
      active={active}
      className={cx('palette__option', active && 'palette__option--active')}
      onPick={onPick}
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
    </OptionLink>
  );
}
