import { cx } from '@lantern/ui/cx';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { LiveState } from './follow-log.ts';
import './live-indicator.css';

const words: Record<LiveState, MessageDescriptor> = {
  connecting: msg`Connecting`,
  live: msg`Live`,
  reconnecting: msg`Reconnecting`,
  offline: msg`Offline`,
  full: msg`Too many live views`,
};

/** The state of the live connection. */
export function LiveIndicator({ state }: { state: LiveState }) {
  const status = t(words[state]);
  return (
    <span className={cx('live-indicator', `live-indicator--${state}`)} role="status">
      <Trans>
        <span className="visually-hidden">Live view: </span>
        {status}
      </Trans>
    </span>
  );
}
