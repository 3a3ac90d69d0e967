import { formatDateTime } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { onlineManager } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { languagePath } from '../language/language-path.ts';
import { queryClient } from '../lib/trpc.ts';
import { isAway, onConnection, pricesAsOf } from './connection.ts';
import './offline-note.css';

const subscribe = onConnection(queryClient);
/** A text, so that it is the same as long as it says the same. */
const currentNote = () => (isAway() ? noteOn(location.pathname, onlineManager.isOnline()) : '');

/** Says that what is shown is not of now, and of when its prices are. */
export function OfflineNote() {
  const text = useSyncExternalStore(subscribe, currentNote);
  return (
    <div role="status">
      {text !== '' && (
        <p className="offline-note">
          <WifiOff size="1.0625rem" aria-hidden="true" />
          <span>{text}</span>
          {onlineManager.isOnline() && (
            <button type="button" className="offline-note__again" onClick={() => location.reload()}>
              {t`Try again`}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function noteOn(path: string, isOnline: boolean): string {
  if (path === languagePath('/checkout') && !isOnline) {
    return t`You are offline. What you have entered stays here. You can pay once you are back online, at the prices of then.`;
  }
  const asOf = pricesAsOf(queryClient);
  const time = formatDateTime(new Date(asOf).toISOString());
  if (!isOnline) {
    return asOf === 0
      ? t`You are offline. We’ll continue when you’re back online.`
      : t`You are offline. Prices and stock are as of ${time}. Changes need a connection.`;
  }
  return asOf === 0
    ? t`The store cannot be reached at the moment.`
    : t`The store cannot be reached at the moment. Prices and stock are as of ${time}.`;
}
