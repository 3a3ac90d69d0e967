import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import './chip.css';

interface ChipProps {
  children: ReactNode;
  pressed: boolean;
  onPress: () => void;
  /** How many results it would leave. */
  count?: number;
  /** It only removes a filter: shows a cross and is not a toggle. */
  removes?: boolean;
}

/** A filter that is on or off. */
export function Chip({ children, pressed, onPress, count, removes = false }: ChipProps) {
  return (
    <button
      type="button"
      className={cx('chip', pressed && 'chip--pressed')}
      aria-pressed={removes ? undefined : pressed}
      onClick={onPress}
    >
      {removes && <span className="visually-hidden">{t`Remove filter:`} </span>}
      <bdi>{children}</bdi>
      {count !== undefined && <span className="chip__count num">{count}</span>}
      {removes && <X size="0.9375rem" aria-hidden="true" />}
    </button>
  );
}
