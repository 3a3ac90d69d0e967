import { Button } from '@lantern/ui/button';
import { formatCents } from '@lantern/ui/format';
import { SummaryLines } from '@lantern/ui/order-summary';
import { ProgressSteps } from '@lantern/ui/progress-steps';
import { msg, t } from '@lingui/core/macro';
import { Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type Cart, shortage, summaryLines } from './cart-lines.ts';
import { ReviewNotice } from './review-notice.tsx';
import type { CheckoutState } from './steps.ts';
import './review-step.css';

const paymentSteps = [msg`Reserving your items`, msg`Asking your bank`, msg`Done`];

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
          <ProgressSteps steps={paymentSteps.map((step) => t(step))} current={progress} />
          <p className="review-step__hint">{t`This takes a few seconds. You won't be charged twice.`}</p>
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
          {t`Edit cart`}
        </Button>
      ) : (
        <Button variant="primary" icon={<Lock aria-hidden="true" />} onClick={() => onPay(totalCents)}>
          {items.length === 0
            ? t`Try again`
            : totalCents === 0
              ? t`Place order`
              : t`Pay ${{ total: formatCents(totalCents) }}`}
        </Button>
      )}
      {card && card.last4 !== '' && (
        <p className="review-step__hint">
          {t`Paying with card ending in ${{ last4: card.last4 }}. Taxes are included.`}
        </p>
      )}
    </>
  );
}
