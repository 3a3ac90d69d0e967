import { activityChain } from './checks/activity-chain.ts';
import { captures } from './checks/captures.ts';
import { categoryRows } from './checks/category-rows.ts';
import { charges } from './checks/charges.ts';
import { listedPrices } from './checks/listed-prices.ts';
import { guestNames, userNames } from './checks/names.ts';
import { orderMovements } from './checks/order-movements.ts';
import { orderSums } from './checks/order-sums.ts';
import { paymentSums } from './checks/payment-sums.ts';
import { promotionUses } from './checks/promotion-uses.ts';
import { refundsPaid } from './checks/refunds-paid.ts';
import { reservations } from './checks/reservations.ts';
import { stock } from './checks/stock.ts';
import { unsettled } from './checks/unsettled.ts';
import type { BooksServices, Check, Difference } from './difference.ts';

/** In this order, since some are mended from what others have mended before. */
const checks: readonly Check[] = [
  unsettled,
  reservations,
  orderMovements,
  stock,
  orderSums,
  paymentSums,
  captures,
  charges,
  refundsPaid,
  promotionUses,
  listedPrices,
  categoryRows,
  userNames,
  guestNames,
  activityChain,
];

/**
 * Derives every figure that the store keeps from what it follows from, and yields those that differ. Works while the
 * store is open, in bounded memory: nothing that a purchase or an admin changes meanwhile counts as a difference.
 */
export async function* checkBooks(services: BooksServices): AsyncGenerator<Difference, void, void> {
  for (const { find } of checks) yield* find(services);
}

/**
 * Mends a difference that `checkBooks` has yielded, as a change in the activity log; true if it did. Money is never
 * mended by guess: what does not follow from other figures stays, with its advice.
 */
export async function repairBooks(services: BooksServices, difference: Difference): Promise<boolean> {
  if (difference.advice !== null) return false;
  const check = checks.find(({ name }) => name === difference.check);
  return (await check?.repair?.(services, difference)) ?? false;
}
