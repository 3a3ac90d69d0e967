import { Button } from '@lantern/ui/button';
import { MomentDay } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { RequestReturnDialog } from './request-return-dialog.tsx';
import type { Order } from './return-words.ts';
import './request-return.css';

interface RequestReturnProps {
  order: Order;
  /** Of the link by which the order was opened. */
  accessToken?: string;
}

/** Whether something of a delivered order has not come back; the time for it may be over. */
export function isReturnable({ returnableUntil, items }: Order): boolean {
  return returnableUntil !== null && items.some(({ returnableQuantity }) => returnableQuantity > 0);
}

/** Asks for a return, while there is something to return and the time for it is not over. */
export function RequestReturn({ order, accessToken }: RequestReturnProps) {
  const [asking, setAsking] = useState(false);
  const { returnableUntil } = order;
  if (returnableUntil === null || !isReturnable(order)) return null;
  if (Date.parse(returnableUntil) < Date.now()) {
    return (
      <p className="muted">
        <Trans>
          Items of this order could be returned until <MomentDay at={returnableUntil} />.
        </Trans>
      </p>
    );
  }
  return (
    <div className="request-return">
      <p>
        <Trans>
          You can return items until <MomentDay at={returnableUntil} />.
        </Trans>
      </p>
      <Button size="small" onClick={() => setAsking(true)}>
        {t`Return items`}
      </Button>
      {asking && <RequestReturnDialog order={order} accessToken={accessToken} onClose={() => setAsking(false)} />}
    </div>
  );
}
