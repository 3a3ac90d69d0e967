import { onlineManager } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import './offline-note.css';

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);
const isOnline = () => onlineManager.isOnline();

/** Says that the browser is offline; pending requests continue when it is back. */
export function OfflineNote() {
  const online = useSyncExternalStore(subscribe, isOnline, () => true);
  return (
    <div role="status">
      {!online && (
        <p className="offline-note">
          <WifiOff size={17} aria-hidden="true" />
          You are offline. We'll continue when you're back online.
        </p>
      )}
    </div>
  );
}
