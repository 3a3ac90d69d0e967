import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { t } from '@lingui/core/macro';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

interface LeaveGuardProps {
  /** There are unsaved changes. */
  dirty: boolean;
  /** What is lost, if it is not all of a page. */
  text?: string;
}

/**
 * Asks before unsaved changes are lost, when navigating as well as when closing the tab. A change of the query string
 * alone loses nothing.
 */
export function LeaveGuard({ dirty, text = t`Your changes to this page will be lost.` }: LeaveGuardProps) {
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
      title={t`Leave without saving?`}
      text={text}
      confirmLabel={t`Leave`}
      cancelLabel={t`Stay`}
      danger
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    />
  );
}
