import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Dispatch, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { clearDraftAddresses } from '../address/draft-addresses.ts';
import type { Card } from '../card/test-cards.ts';
import type { Cart } from '../checkout-steps/cart-lines.ts';
import type { CheckoutEvent } from '../checkout-steps/steps.ts';
import { placedOrderPath } from '../lib/paths.ts';
import { tabAccount } from '../lib/tab-account.ts';
import { apiError, useTRPC, worthAnotherTry } from '../lib/trpc.ts';
import { type Attempt, asksFor, dropAttempt, keepAttempt, newAttempt, openAttempt, type Wanted } from './attempt.ts';
import { cartChanges } from './cart-changes.ts';
import { clearDraftEmail } from './draft-email.ts';
import { interpretFailure } from './failure.ts';

const PROGRESS_POLL_MS = 500;
const RETRY_MS = 1000;

/** The progress of a payment: 0 reserving, 1 asking the bank, 2 done and on the way to the order. */
type Progress = 0 | 1 | 2;

/**
 * Places orders and dispatches the outcome to the checkout. `resuming` is an attempt left open before a reload: it is
 * resumed at once. Without `userId` a guest pays.
 */
export function usePayment(userId: number | null, resuming: Attempt | null, dispatch: Dispatch<CheckoutEvent>) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const place = useMutation(
    trpc.checkout.place.mutationOptions({
      // The same request is the same order, so after a network error it is simply retried.
      retry: worthAnotherTry,
      retryDelay: RETRY_MS,
      networkMode: 'always',
    }),
  );
  const idempotencyKey = place.variables?.idempotencyKey ?? '';
  const watched = useQuery(
    trpc.checkout.progress.queryOptions(
      { idempotencyKey },
      { enabled: place.isPending && idempotencyKey !== '', refetchInterval: PROGRESS_POLL_MS, retry: false },
    ),
  );

  async function run(attempt: Attempt): Promise<void> {
    keepAttempt(attempt);
    const { order } = await place.mutateAsync({ ...attempt.input, accountId: userId });
    // Another user has logged in, or a guest has: the page belongs to that account now.
    if (tabAccount() !== userId) return;
    dropAttempt();
    for (const id of [userId, null]) clearDraftAddresses(id);
    clearDraftEmail();
    await navigate(placedOrderPath(order.number, order.accessToken), { replace: true });
    for (const stale of [trpc.cart.pathFilter(), trpc.orders.list.pathFilter()]) void client.invalidateQueries(stale);
  }

  /** `seen` is the cart whose total the shopper agreed to. */
  async function fail(error: unknown, seen?: Cart): Promise<void> {
    const refusal = apiError(error);
    const { event, settled } = interpretFailure(refusal);
    if (settled) dropAttempt();
    // The checkout of an empty cart closes, and whoever has just pressed Pay is left with nothing that says why.
    if (refusal?.reason === 'cart_empty') {
      toast({
        kind: 'error',
        text: t`Your cart has been ordered or emptied elsewhere. Nothing was charged this time.`,
      });
    }
    // The cart first: a declined order puts its items back, and prices may have changed.
    const options = trpc.cart.get.queryOptions(undefined, { staleTime: 0, retry: false });
    const now = await client.fetchQuery(options).catch(() => null);
    // What a delivery costs may have changed, too.
    await client.invalidateQueries(trpc.checkout.options.pathFilter());
    const changes = event.type === 'price_changed' && seen && now ? cartChanges(seen, now) : null;
    dispatch(event.type === 'price_changed' && changes ? { ...event, text: changes } : event);
  }

  /** Whether the store has an order with the attempt's key. */
  async function isKnown({ input: { idempotencyKey } }: Attempt): Promise<boolean> {
    const options = trpc.checkout.progress.queryOptions({ idempotencyKey }, { staleTime: 0, retry: false });
    return (await client.fetchQuery(options)).number !== null;
  }

  async function pay(card: Card, wanted: Wanted): Promise<void> {
    const seen = client.getQueryData(trpc.cart.get.queryKey());
    const expectedItems = seen?.items.map(({ variantId, quantity }) => ({ variantId, quantity }));
    dispatch({ type: 'pay' });
    const open = openAttempt(userId);
    const again = open !== null && asksFor(open, wanted);
    try {
      // An attempt with unknown outcome comes first: this order may already have been placed.
      const first =
        open && (again || (await isKnown(open))) ? open : newAttempt(userId, card.last4, { ...wanted, expectedItems });
      await run(first);
    } catch (error) {
      await fail(error, seen);
    }
  }

  async function resume(attempt: Attempt): Promise<void> {
    try {
      if (await isKnown(attempt)) return await run(attempt);
      const text = t`Your order was not placed yet, and nothing was charged. You can pay now.`;
      dispatch({ type: 'refused', text });
    } catch (error) {
      await fail(error);
    }
  }

  const begun = useRef(false);
  useEffect(() => {
    if (!resuming || begun.current) return;
    begun.current = true;
    void resume(resuming);
  });

  const step = watched.data?.step;
  const progress: Progress = place.isSuccess || step === 'done' ? 2 : step === 'paying' ? 1 : 0;
  return { pay, progress };
}
