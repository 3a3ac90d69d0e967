import { cheapestDelivery } from '@lantern/api/pricing/delivery-price';
import { withDelivery } from '@lantern/api/pricing/pricing';
import { isolated } from '@lantern/text/isolated';
import { CheckoutStep } from '@lantern/ui/checkout-step';
import { t } from '@lingui/core/macro';
import type { Dispatch } from 'react';
import { type DraftAddresses, storeDraftAddresses } from '../address/draft-addresses.ts';
import type { SavedAddress } from '../address/saved-addresses.ts';
import { useAddressChoice } from '../address/use-address-choice.ts';
import type { User } from '../auth/use-me.ts';
import { useCardForm } from '../card/card-fields.tsx';
import { type Card, noCard } from '../card/test-cards.ts';
import { deliveryCouponOf } from '../cart/cart-view.ts';
import { AddressStep } from '../checkout-steps/address-step.tsx';
import { AddressSummary } from '../checkout-steps/address-summary.tsx';
import type { Cart } from '../checkout-steps/cart-lines.ts';
import { ContactStep, useContactForm } from '../checkout-steps/contact-step.tsx';
import { PaymentStep } from '../checkout-steps/payment-step.tsx';
import { ReviewStep } from '../checkout-steps/review-step.tsx';
import { type CheckoutEvent, type CheckoutState, lookOf, type Step } from '../checkout-steps/steps.ts';
import { useBilling } from '../checkout-steps/use-billing.ts';
import { useStepInHistory } from '../checkout-steps/use-step-in-history.ts';
import type { DeliveryMethod } from '../lib/delivery-terms.ts';
import { useDebounced } from '../lib/use-debounced.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import { CartSummary } from './cart-summary.tsx';
import { storeDraftEmail } from './draft-email.ts';
import type { usePayment } from './use-payment.ts';
import './checkout-flow.css';

/** By keyboard, a country is reached through others. */
const COUNTRY_RESTS_MS = 300;

interface CheckoutFlowProps {
  state: CheckoutState;
  dispatch: Dispatch<CheckoutEvent>;
  payment: ReturnType<typeof usePayment>;
  /** Undefined while an earlier payment is being resumed. */
  cart: Cart | undefined;
  /** The default first; none for a guest. */
  savedAddresses: SavedAddress[];
  /** The default recipient; null for a guest. */
  user: Pick<User, 'id' | 'name'> | null;
}

/** The steps, one open at a time, with a summary of the cart beside them. */
export function CheckoutFlow({ state, dispatch, payment, cart, savedAddresses, user }: CheckoutFlowProps) {
  const { isGuest, email, address, billingAddress, delivery, card, paying, notice } = state;
  useStepInHistory(state, dispatch);
  // The forms live here, so that collapsing a step keeps what was typed.
  const name = user?.name ?? '';
  const addressChoice = useAddressChoice(savedAddresses, name, { entered: address, first: savedAddresses[0] });
  const billing = useBilling(savedAddresses, name, state);
  const contactForm = useContactForm(email);
  const cardForm = useCardForm();
  const methods = useDeliveryMethods(address?.country);
  // Those of the country in the form are there before their step is: nothing moves below where somebody types by then.
  useDeliveryMethods(useDebounced(addressChoice.form.watch('country'), COUNTRY_RESTS_MS) || undefined);
  const subtotalCents = cart?.subtotalCents ?? 0;
  const freeWith = deliveryCouponOf(cart);
  const isDeliveryFree = freeWith !== null;
  const method = methods?.find(({ code }) => code === delivery) ?? cheapestDelivery(subtotalCents, methods ?? []);
  const delivered = cart && method ? withDelivery(cart, method, { isDeliveryFree }) : cart;
  const step = (number: number, id: Step) => ({
    number: isGuest ? number + 1 : number,
    state: lookOf(state, id),
    onChange: paying ? undefined : () => dispatch({ type: 'change', step: id }),
  });
  function enterEmail(entered: string) {
    storeDraftEmail(entered);
    dispatch({ type: 'email_entered', email: entered });
  }
  function enterAddresses(entered: DraftAddresses) {
    storeDraftAddresses(user?.id ?? null, entered);
    dispatch({ type: 'address_entered', ...entered });
  }
  function pay(expectedTotalCents: number) {
    if (!address || !card) return;
    const paymentMethod = card === noCard ? undefined : card.token;
    const wanted = { expectedTotalCents, shippingAddress: address, paymentMethod };
    const contact = email === null ? {} : { email };
    const delivered = method ? { deliveryMethod: method.code } : {};
    const billed = billingAddress ? { billingAddress } : {};
    void payment.pay(card, { ...wanted, ...contact, ...delivered, ...billed });
  }
  const saving = isGuest ? 'never' : savedAddresses.length > 0 ? 'if_asked' : 'by_default';
  return (
    <div className="checkout-flow">
      <h1 className="checkout-flow__title">{t`Checkout`}</h1>
      {delivered && delivered.items.length > 0 && (
        <CartSummary
          cart={delivered}
          deliveryMethod={address ? method : undefined}
          withLines={state.step !== 'review'}
          paying={paying}
        />
      )}
      <div className="checkout-flow__steps">
        {isGuest && (
          <CheckoutStep {...step(0, 'contact')} title={t`Your email`} summary={email}>
            <ContactStep form={contactForm} onDone={enterEmail} />
          </CheckoutStep>
        )}
        <CheckoutStep
          {...step(1, 'address')}
          title={t`Delivery address`}
          summary={address && <AddressSummary address={address} billingAddress={billingAddress} />}
        >
          <AddressStep choice={addressChoice} billing={billing} saving={saving} onDone={enterAddresses} />
        </CheckoutStep>
        <CheckoutStep {...step(2, 'payment')} title={t`Delivery and payment`} summary={card && summaryOf(card, method)}>
          <PaymentStep
            form={cardForm}
            delivery={{
              ...{ methods, method, subtotalCents, freeWith, country: address?.country ?? '' },
              onChoose: (code) => dispatch({ type: 'delivery_chosen', code }),
            }}
            isFree={delivered?.totalCents === 0}
            notice={notice}
            onDone={(entered) => dispatch({ type: 'card_entered', card: entered })}
          />
        </CheckoutStep>
        <CheckoutStep {...step(3, 'review')} title={t`Review`}>
          <ReviewStep state={state} cart={delivered} progress={payment.progress} onPay={pay} />
        </CheckoutStep>
      </div>
    </div>
  );
}

function summaryOf({ last4 }: Card, method: DeliveryMethod | undefined): string {
  const delivery = method ? isolated(method.name) : t`Delivery`;
  return last4 === '' ? t`${delivery}, nothing to pay` : t`${delivery}, card ending in ${last4}`;
}
