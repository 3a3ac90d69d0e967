import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

interface LeaveGuardProps {
  /** There are unsaved changes. */
  dirty: boolean;
  /** What the changes belong to, such as "this product". */
  what?: string;
}

/**
 * Asks before unsaved changes are lost, when navigating as well as when closing the tab. A change of the query string
 * alone loses nothing.
 */
export function LeaveGuard({ dirty, what = 'this page' }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title="Leave without saving?"
      text={`Your changes to ${what} will be lost.`}
      confirmLabel="Leave"
      cancelLabel="Stay"
      danger
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    />
  );
}
