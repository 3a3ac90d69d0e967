import { t } from '@lingui/core/macro';
import type { CheckoutEvent } from '../checkout-steps/steps.ts';

/** The parts of the server's error that decide how the checkout continues. */
interface Refusal {
  code: string;
  message: string;
  reason?: string;
  fieldErrors?: Record<string, string[]>;
}

interface Outcome {
  event: CheckoutEvent;
  /** The attempt is over: the next one is a new order with a new key. */
  settled: boolean;
}

/** Codes that mean that no order was placed. */
const settling = ['CONFLICT', 'BAD_REQUEST', 'FORBIDDEN', 'NOT_FOUND', 'PAYLOAD_TOO_LARGE'];

/**
 * What a failed attempt means. Without an answer, or after an internal error, the order may still have been placed: the
 * attempt stays open, and the same key is sent again.
 */
export function interpretFailure(refusal: Refusal | null): Outcome {
  if (!refusal || !settling.includes(refusal.code)) {
    const cause = refusal?.message ?? t`The store did not respond.`;
    const text = t`${cause} You won't be charged twice: press again and we'll pick up where it stopped.`;
    return { event: { type: 'interrupted', text }, settled: false };
  }
  const { reason, message, fieldErrors = {} } = refusal;
  switch (reason) {
    case 'account_changed':
      // The order may exist for the account it was made for.
      return { event: { type: 'refused', text: message }, settled: false };
    case 'payment_declined':
      return { event: { type: 'declined', text: message }, settled: true };
    case 'price_changed':
    case 'out_of_stock':
      return { event: { type: reason, text: message }, settled: true };
    default: {
      const text = [message, ...Object.values(fieldErrors).flat()].join(' ');
      return { event: { type: 'refused', text }, settled: true };
    }
  }
}
