import { cx } from '@lantern/ui/cx';
import type { LiveState } from './follow-log.ts';
import './live-indicator.css';

const words: Record<LiveState, string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  full: 'Too many live views',
};

/** The state of the live connection. */
export function LiveIndicator({ state }: { state: LiveState }) {
  return (
    <span className={cx('live-indicator', `live-indicator--${state}`)} role="status">
      <span className="visually-hidden">Live view: </span>
      {words[state]}
    </span>
  );
}
