import { Button } from '@lantern/ui/button';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { formatCents } from '@lantern/ui/format';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import type { Order } from './order-words.ts';

interface CancelOrderProps {
  order: Order;
  /** Of the link by which the order was opened. */
  accessToken?: string;
}

/** Cancels an order that has not been shipped yet. */
export function CancelOrder({ order, accessToken }: CancelOrderProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { number, status, totalCents, refundedCents } = order;
  const cancel = useMutation(
    trpc.orders.cancel.mutationOptions({
      onSuccess(cancelled) {
        client.setQueryData(trpc.orders.byNumber.queryKey({ number, accessToken }), cancelled);
        toast({ kind: 'success', text: t`Your order is cancelled.` });
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      onSettled() {
        setAsking(false);
        return client.invalidateQueries(trpc.orders.pathFilter());
      },
    }),
  );
  const consequence =
    status === 'paid'
      ? t`We won't ship it, and ${{ amount: formatCents(totalCents - refundedCents) }} will be refunded to your card.`
      : t`We won't ship it, and we'll stop the payment.`;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t`Cancel order`}</Button>
      <ConfirmDialog
        open={asking}
        title={t`Cancel this order?`}
        text={consequence}
        confirmLabel={t`Cancel order`}
        cancelLabel={t`Keep it`}
        danger
        loading={cancel.isPending}
        onConfirm={() => cancel.mutate({ number, accessToken })}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
