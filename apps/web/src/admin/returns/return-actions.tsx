import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { DecideDialog } from './decide-dialog.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import type { AdminReturn } from './use-return-change.ts';
import './return-actions.css';

/** False once it was refused or received. */
export function hasNextStep({ status }: AdminReturn): boolean {
  return status === 'requested' || status === 'accepted';
}

/** The next steps of a return, if it has any. */
export function ReturnActions({ returned }: { returned: AdminReturn }) {
  const [open, setOpen] = useState<'accept' | 'refuse' | 'receive'>();
  const close = () => setOpen(undefined);
  const { number, status } = returned;
  return (
    <div className="return-actions">
      {status === 'requested' && (
        <>
          <Button size="small" aria-label={t`Accept ${number}`} onClick={() => setOpen('accept')}>
            {t`Accept`}
          </Button>
          <Button size="small" aria-label={t`Refuse ${number}`} onClick={() => setOpen('refuse')}>
            {t`Refuse`}
          </Button>
        </>
      )}
      {status === 'accepted' && (
        <Button size="small" aria-label={t`Receive ${number}`} onClick={() => setOpen('receive')}>
          {t`Receive`}
        </Button>
      )}
      {open === 'receive' && <ReceiveDialog returned={returned} onClose={close} />}
      {(open === 'accept' || open === 'refuse') && (
        <DecideDialog returned={returned} accept={open === 'accept'} onClose={close} />
      )}
    </div>
  );
}
