import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useReducer, useState } from 'react';
import { Navigate } from 'react-router';
import { draftAddresses } from '../address/draft-addresses.ts';
import { useVisitor } from '../auth/require-user.tsx';
import { noCard } from '../card/test-cards.ts';
import { checkoutReducer, type Draft, resumed, returned, type Step } from '../checkout-steps/steps.ts';
import { useNamedStep } from '../checkout-steps/use-step-in-history.ts';
import { loginPath } from '../lib/paths.ts';
import { hasLostUser } from '../lib/tab-account.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../page/use-title.ts';
import { type Attempt, openAttempt } from './attempt.ts';
import { CheckoutFlow } from './checkout-flow.tsx';
import { draftEmail } from './draft-email.ts';
import { usePayment } from './use-payment.ts';

const noAddresses = { address: null, billingAddress: null, hiddenBilling: null };

/** From a cart to a paid order. A payment interrupted by a reload is resumed. */
export function Component() {
  useTitle(t`Checkout`);
  const trpc = useTRPC();
  const user = useVisitor();
  const userId = user?.id ?? null;
  const [open] = useState(() => openAttempt(userId));
  const named = useNamedStep();
  const [state, dispatch] = useReducer(checkoutReducer, open, () => begin(open, draftOf(userId), named));
  const payment = usePayment(userId, open, dispatch);
  // The server empties the cart during a payment; the page keeps showing what is being paid for.
  const cart = useQuery(trpc.cart.get.queryOptions(undefined, { enabled: !state.paying }));
  const saved = useQuery(trpc.account.addresses.list.queryOptions(undefined, { enabled: userId !== null }));

  const failed = [cart, ...(user ? [saved] : [])].find(({ error, data }) => error && data === undefined);
  if (failed) {
    return (
      <Page>
        <ErrorState text={messageOf(failed.error)} onRetry={() => void failed.refetch()} retrying={failed.isFetching} />
      </Page>
    );
  }
  const savedAddresses = userId === null ? [] : saved.data;
  if (savedAddresses === undefined || (!cart.data && !state.paying)) {
    return (
      <Page title={t`Checkout`}>
        <SkeletonBox height={560} />
      </Page>
    );
  }
  // After an interruption, an empty cart may mean that the order was placed.
  const isEmpty = cart.data?.items.length === 0 && !state.paying && state.notice?.kind !== 'interrupted';
  // Logged out in another tab, somebody has left their cart in the account.
  if (isEmpty) return <Navigate to={hasLostUser() ? loginPath('/checkout') : '/cart'} replace />;
  return (
    <Page>
      <CheckoutFlow
        state={state}
        dispatch={dispatch}
        payment={payment}
        cart={cart.data}
        savedAddresses={savedAddresses}
        user={user}
      />
    </Page>
  );
}

function begin(open: Attempt | null, draft: Draft, named: Step | null) {
  if (!open) return returned(draft, named);
  const { shippingAddress: address, billingAddress = null, email = null, paymentMethod } = open.input;
  const card = paymentMethod ? { token: paymentMethod, last4: open.last4 } : noCard;
  const { deliveryMethod: delivery = null } = open.input;
  return { ...resumed({ ...draft, address, billingAddress, email }, card), delivery };
}

/** What was entered in this tab; an address also before logging in. */
function draftOf(userId: number | null): Draft {
  const isGuest = userId === null;
  return {
    isGuest,
    email: isGuest ? draftEmail() : null,
    ...(draftAddresses(userId) ?? draftAddresses(null) ?? noAddresses),
  };
}
