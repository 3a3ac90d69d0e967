import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

interface LeaveGuardProps {
  /** There is something that would be lost. */
  dirty: boolean;
  /** What would be lost, as "this product". */
  what?: string;
}

/** Asks before unsaved changes are left behind, within the app as at the closing of the tab. A change of the query alone leaves nothing. */
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
