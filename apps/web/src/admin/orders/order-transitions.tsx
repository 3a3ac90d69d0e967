import type { OrderStatus } from '@lantern/api/order-status/order-status';
import { Button } from '@lantern/ui/button';
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
          {refundableCents > 0 ? 'Cancel and refund' : 'Cancel order'}
        </Button>
      )}
      {refundableCents > 0 && (
        <Button disabled={moved} onClick={() => setAsking('part')}>
          Partial refund
        </Button>
      )}
      {refundable && (
        <Button disabled={moved} onClick={() => setAsking('refunded')}>
          Refund in full
        </Button>
      )}
      {packable && (
        <Button disabled={moved} onClick={() => setAsking('parcel')}>
          Ship a parcel
        </Button>
      )}
      {transitions.includes('shipped') ? (
        <Button variant="primary" disabled={moved} loading={busy} onClick={() => take('shipped')}>
          {stepWords.shipped}
        </Button>
      ) : (
        // Keeps its place for a moment, so that no other button moves there.
        moved && status === 'shipped' && <Button disabled>{stepWords.shipped}</Button>
      )}
      {(asking === 'cancelled' || asking === 'refunded') && (
        <CloseOrderDialog order={order} to={asking} onClose={close} />
      )}
      {asking === 'parcel' && <ShipDialog order={order} onClose={close} />}
      {asking === 'part' && <RefundDialog order={order} onClose={close} />}
    </>
  );
}

const backWords: Partial<Record<OrderStatus, string>> = {
  partially_shipped: 'Undo: parcel not shipped yet',
  shipped: 'Undo: not shipped yet',
  delivered: 'Undo: not delivered yet',
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
          {stepWords.delivered}
        </Button>
      )}
      {revertibleStatus && back && (
        <Button size="small" variant="plain-link" disabled={moved} onClick={() => takeBack(revertibleStatus.seq)}>
          {back}
        </Button>
      )}
    </div>
  );
}
