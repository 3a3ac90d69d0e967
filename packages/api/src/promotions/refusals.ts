import { formatCents } from '@lantern/text/money';
import { discountOf } from '../pricing/discount.ts';
import { type Reason, ShopError } from '../shared/shop-error.ts';
import type { Coupon } from './coupon.ts';

const messages = {
  coupon_unknown: 'This code is not valid. Please check how it is spelt.',
  coupon_not_started: 'This code is not valid yet.',
  coupon_expired: 'This code has expired.',
  coupon_used_up: 'This code has been used up.',
  coupon_already_used: 'You have already used this code.',
  coupon_minimum: 'Nothing in your cart is reduced by this code.',
} satisfies Partial<Record<Reason, string>>;

export type CouponReason = keyof typeof messages;

/** For a coupon that does not apply: CONFLICT with its reason. */
export function couponRefused(reason: CouponReason, message = messages[reason]): ShopError {
  return new ShopError('CONFLICT', message, { reason });
}

export function isCouponReason(reason: Reason | undefined): reason is CouponReason {
  return reason !== undefined && reason in messages;
}

/** What a coupon is judged by besides its own terms. */
interface Occasion {
  /** What the items are worth that it applies to. */
  eligibleCents: number;
  /** How many orders of this customer use it already. */
  customerUses: number;
  now: Date;
}

/** Why a coupon does not apply; null if it does. */
export function refusalOf(coupon: Coupon, { eligibleCents, customerUses, now }: Occasion): ShopError | null {
  const { startsAt, endsAt, usageLimit, perCustomerLimit, categoryIds } = coupon;
  const minimumCents = coupon.minSubtotalCents ?? 0;
  if (startsAt && now < startsAt) return couponRefused('coupon_not_started');
  if (endsAt && now >= endsAt) return couponRefused('coupon_expired');
  // Before the limit of all: who has used it is not told that others have.
  if (perCustomerLimit !== null && customerUses >= perCustomerLimit) return couponRefused('coupon_already_used');
  if (usageLimit !== null && coupon.used >= usageLimit) return couponRefused('coupon_used_up');
  if (eligibleCents >= minimumCents) {
    // A percentage of few cents is nothing, and would use the coupon up.
    const reduces = eligibleCents > 0 && (coupon.kind === 'free_delivery' || discountOf(coupon, eligibleCents) > 0);
    return reduces ? null : couponRefused('coupon_minimum');
  }
  const some = categoryIds.length > 0 ? 'items that this code is for' : 'items';
  const message = `This code needs ${some} worth at least ${formatCents(minimumCents)}.`;
  return couponRefused('coupon_minimum', message);
}
