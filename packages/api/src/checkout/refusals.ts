import { formatCents } from '@lantern/text/money';
import type { CartView } from '../cart/view.ts';
import { ShopError } from '../shared/shop-error.ts';
import { MAX_ORDER_CENTS, type PlaceInput } from './schema.ts';

const changes = {
  price: 'A price has changed',
  delivery: 'The price of the delivery has changed',
  cart: 'Your cart has changed',
};

/**
 * For a cart whose total is not what the shopper has agreed to. `cause` is `price` if an item's price differs from when it was
 * added; `delivery` if only the delivery can cost something else; otherwise `cart`: lines or the coupon were added, removed or
 * changed, for instance in another tab.
 */
export function totalChanged(
  { items, subtotalCents, coupon, totalCents }: CartView,
  { expectedItems, expectedTotalCents }: PlaceInput,
  isSeen: boolean,
): ShopError {
  const isPriceChanged = items.some(({ previousUnitPriceCents }) => previousUnitPriceCents !== null);
  // Less than the items cost was asked for with a coupon that has been taken off since.
  const hadCoupon = coupon !== null || expectedTotalCents < subtotalCents;
  const isSame = isSeen && expectedItems !== undefined && !hadCoupon;
  const cause = isPriceChanged && isSeen ? 'price' : isSame ? 'delivery' : 'cart';
  return priceChanged(changes[cause], totalCents, cause);
}

/** For a coupon whose terms an admin has changed since the cart was priced with it. */
export const couponChanged = (totalCents: number) => priceChanged('Your coupon has changed', totalCents, 'cart');

function priceChanged(what: string, totalCents: number, cause: keyof typeof changes): ShopError {
  const details = { totalCents, cause };
  return new ShopError('CONFLICT', `${what}. Please check the new total before you pay.`, {
    reason: 'price_changed',
    details,
  });
}

/** For a cart that is worth more than one order may be. */
export function tooMuch(): ShopError {
  const amount = formatCents(MAX_ORDER_CENTS);
  return new ShopError(
    'CONFLICT',
    `One order can be worth at most ${amount}. Please take something out of your cart.`,
    {
      reason: 'order_limit',
      details: { maxCents: MAX_ORDER_CENTS },
    },
  );
}
