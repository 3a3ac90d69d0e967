import type { OrderStatus } from '@lantern/api/order-status/order-status';
import { Button } from '@lantern/ui/button';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useState } from 'react';
import { useRecentChange } from '../../lib/use-recent-change.ts';
import { CloseOrderDialog } from './close-order-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { ShipDialog } from './ship-dialog.tsx';
import type { AdminOrder } from './use-admin-order.ts';
import { stepWords, useOrderTransition } from './use-order-transition.ts';

/**
 * The actions available now, beside the title. Irreversible ones ask first. The next step is in the timeline, so that
 * the second of two quick clicks can't hit it.
 */
export function OrderTransitions({ order }: { order: AdminOrder }) {
  const { status, transitions, refundableCents, items } = order;
  const [asking, setAsking] = useState<'cancelled' | 'refunded' | 'part' | 'parcel'>();
  const { take, busy } = useOrderTransition(order);
  // Buttons that have just moved ignore clicks meant for the one that is gone.
  const moved = useRecentChange(status);
  const close = () => setAsking(undefined);
  const cancellable = transitions.includes('cancelled');
  const refundable = transitions.includes('refunded') && !cancellable;
  const packable = transitions.includes('shipped') && items.some(({ unshippedQuantity }) => unshippedQuantity > 0);
  return (
    <>
      {cancellable && (
        <Button disabled={moved} onClick={() => setAsking('cancelled')}>
          {refundableCents > 0 ? t`Cancel and refund` : t`Cancel order`}
        </Button>
      )}
      {refundableCents > 0 && (
        <Button disabled={moved} onClick={() => setAsking('part')}>
          {t`Partial refund`}
        </Button>
      )}
      {refundable && (
        <Button disabled={moved} onClick={() => setAsking('refunded')}>
          {t`Refund in full`}
        </Button>
      )}
      {packable && (
        <Button disabled={moved} onClick={() => setAsking('parcel')}>
          {t`Ship a parcel`}
        </Button>
      )}
      {transitions.includes('shipped') ? (
        <Button variant="primary" disabled={moved} loading={busy} onClick={() => take('shipped')}>
          {t(stepWords.shipped)}
        </Button>
      ) : (
        // Keeps its place for a moment, so that no other button moves there.
        moved && status === 'shipped' && <Button disabled>{t(stepWords.shipped)}</Button>
      )}
      {(asking === 'cancelled' || asking === 'refunded') && (
        <CloseOrderDialog order={order} to={asking} onClose={close} />
      )}
      {asking === 'parcel' && <ShipDialog order={order} onClose={close} />}
      {asking === 'part' && <RefundDialog order={order} onClose={close} />}
    </>
  );
}

const backWords: Partial<Record<OrderStatus, MessageDescriptor>> = {
  partially_shipped: msg`Undo: parcel not shipped yet`,
  shipped: msg`Undo: not shipped yet`,
  delivered: msg`Undo: not delivered yet`,
};

/** Under the timeline: the next step after shipping, and the way back from the last one. */
export function NextTransition({ order }: { order: AdminOrder }) {
  const { status, transitions, revertibleStatus } = order;
  const { take, takeBack, busy } = useOrderTransition(order);
  const moved = useRecentChange(status);
  const back = revertibleStatus && backWords[status];
  if (!back && !transitions.includes('delivered')) return null;
  return (
    <div className="order-page__next">
      {transitions.includes('delivered') && (
        <Button size="small" disabled={moved} loading={busy} onClick={() => take('delivered')}>
          {t(stepWords.delivered)}
        </Button>
      )}
      {revertibleStatus && back && (
        <Button size="small" variant="plain-link" disabled={moved} onClick={() => takeBack(revertibleStatus.seq)}>
          {t(back)}
        </Button>
      )}
    </div>
  );
}
