import { cheapestDelivery, type DeliveryPrice } from '@lantern/api/pricing/delivery-price';
import { formatCents, formatShortCents } from '@lantern/ui/format';
import { plural, t } from '@lingui/core/macro';

/** A delivery method with the price from which the pages calculate, whatever is in the cart. */
export interface DeliveryMethod extends DeliveryPrice {
  code: string;
  name: string;
  description: string;
  /** Working days until it arrives. */
  minDays: number;
  maxDays: number;
  /** Those on the way, `2026-12-25`. */
  holidays: string[];
}

/** What the store says about its delivery. */
interface DeliveryTerms extends Pick<DeliveryMethod, 'minDays' | 'maxDays' | 'holidays'> {
  /** "Delivered in 2–4 days". */
  time: string;
  /** "€4.90, free on orders of €50 or more". */
  price: string;
  /** Whether and from where it is free: "Free delivery on orders of €50 or more". Null if it never is. */
  free: string | null;
}

/** The terms of the cheapest method; null without any. */
export function deliveryTerms(methods: readonly DeliveryMethod[]): DeliveryTerms | null {
  const cheapest = cheapestDelivery(1, methods);
  if (!cheapest) return null;
  const { minDays, maxDays, holidays, priceCents, freeFromCents } = cheapest;
  const days = minDays === maxDays ? String(maxDays) : `${minDays}–${maxDays}`;
  const price = formatCents(priceCents);
  const from = freeFromCents === null ? null : formatShortCents(freeFromCents);
  return {
    minDays,
    maxDays,
    holidays,
    time: plural(maxDays, { one: `Delivered in ${days} day`, other: `Delivered in ${days} days` }),
    price: priceCents === 0 ? t`always free` : from ? t`${price}, free on orders of ${from} or more` : price,
    free: priceCents === 0 ? t`Free delivery` : from && t`Free delivery on orders of ${from} or more`,
  };
}

/** When a method delivers: "2 to 4 working days". */
export function daysText({ minDays, maxDays }: Pick<DeliveryMethod, 'minDays' | 'maxDays'>): string {
  if (maxDays === 0) return t`The same day`;
  const days = minDays === maxDays ? String(maxDays) : t`${minDays} to ${maxDays}`;
  return plural(maxDays, { one: `${days} working day`, other: `${days} working days` });
}
