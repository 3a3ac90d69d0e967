import { Button } from '@lantern/ui/button';
import { formatCents } from '@lantern/ui/format';
import { SummaryLines } from '@lantern/ui/order-summary';
import { ProgressSteps } from '@lantern/ui/progress-steps';
import { Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type Cart, shortage, summaryLines } from './cart-lines.ts';
import { ReviewNotice } from './review-notice.tsx';
import type { CheckoutState } from './steps.ts';
import './review-step.css';

const paymentSteps = ['Reserving your items', 'Asking your bank', 'Done'];

interface ReviewStepProps {
  state: CheckoutState;
  /** Undefined while an earlier payment is being resumed. */
  cart: Cart | undefined;
  /** How far the payment is, from 0. */
  progress: number;
  onPay: (expectedTotalCents: number) => void;
}

/** The whole order and the button to pay for it; after that, the payment's progress. */
export function ReviewStep({ state, cart, progress, onPay }: ReviewStepProps) {
  const { paying } = state;
  const place = useRef<HTMLDivElement>(null);
  const wasPaying = useRef(paying);

  useEffect(() => {
    // The pressed button is gone, so the focus must be moved.
    if (wasPaying.current !== paying) place.current?.focus({ preventScroll: true });
    wasPaying.current = paying;
  }, [paying]);

  return (
    <div className="review-step" ref={place} tabIndex={-1}>
      {paying || !cart ? (
        <>
          <ProgressSteps steps={paymentSteps} current={progress} />
          <p className="review-step__hint">This takes a few seconds. You won't be charged twice.</p>
        </>
      ) : (
        <Review state={state} cart={cart} onPay={onPay} />
      )}
    </div>
  );
}

interface ReviewProps extends Pick<ReviewStepProps, 'state' | 'onPay'> {
  cart: Cart;
}

function Review({ state: { notice, card }, cart, onPay }: ReviewProps) {
  const { items, totalCents } = cart;
  const short = shortage(cart);
  return (
    <>
      <ReviewNotice notice={notice} short={short} totalCents={totalCents} />
      {items.length > 0 && <SummaryLines lines={summaryLines(cart)} />}
      {short ? (
        <Button variant="primary" href="/cart">
          Edit cart
        </Button>
      ) : (
        <Button variant="primary" icon={<Lock aria-hidden="true" />} onClick={() => onPay(totalCents)}>
          {items.length === 0 ? 'Try again' : totalCents === 0 ? 'Place order' : `Pay ${formatCents(totalCents)}`}
        </Button>
      )}
      {card && card.last4 !== '' && (
        <p className="review-step__hint">Paying with card ending in {card.last4}. Taxes are included.</p>
      )}
    </>
  );
}
