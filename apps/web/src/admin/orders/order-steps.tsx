import type { OrderState } from '@lantern/api/orders/state-machine';
import { Button } from '@lantern/ui/button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { EndDialog } from './end-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';

const stepWords: Partial<Record<OrderState, string>> = {
  shipped: 'Mark as shipped',
  delivered: 'Mark as delivered',
};

/** The steps that the order may take now, and no others. What cannot be taken back asks first. */
export function OrderSteps({ order }: { order: AdminOrder }) {
  const { number, allowedSteps, refundableCents } = order;
  const [asking, setAsking] = useState<'cancelled' | 'refunded' | 'part'>();
  const step = useMutation(useTRPC().admin.orders.setStatus.mutationOptions(useOrderChange('The order is a step on.')));
  const close = () => setAsking(undefined);
  return (
    <>
      {allowedSteps.includes('cancelled') && <Button onClick={() => setAsking('cancelled')}>Cancel order</Button>}
      {refundableCents > 0 && <Button onClick={() => setAsking('part')}>Refund a part</Button>}
      {allowedSteps.includes('refunded') && <Button onClick={() => setAsking('refunded')}>Refund all</Button>}
      {allowedSteps.map((status) => {
        const words = stepWords[status];
        return (
          words && (
            <Button
              key={status}
              variant="primary"
              loading={step.isPending}
              onClick={() => step.mutate({ number, status })}
            >
              {words}
            </Button>
          )
        );
      })}
      {(asking === 'cancelled' || asking === 'refunded') && <EndDialog order={order} to={asking} onClose={close} />}
      {asking === 'part' && <RefundDialog order={order} onClose={close} />}
    </>
  );
}
