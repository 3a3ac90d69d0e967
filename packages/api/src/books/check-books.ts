import { activityChain } from './checks/activity-chain.ts';
import { captures } from './checks/captures.ts';
import { categoryRows } from './checks/category-rows.ts';
import { categoryTree } from './checks/category-tree.ts';
import { charges } from './checks/charges.ts';
import { couponUses } from './checks/coupon-uses.ts';
import { coupons } from './checks/coupons.ts';
import { defaultAddresses } from './checks/default-addresses.ts';
import { documentCounters } from './checks/document-counters.ts';
import { documentNumbers } from './checks/document-numbers.ts';
import { documents } from './checks/documents.ts';
import { jsonColumns } from './checks/json-columns.ts';
import { listedPrices } from './checks/listed-prices.ts';
import { mails } from './checks/mails.ts';
import { guestNames, userNames } from './checks/names.ts';
import { orderMovements } from './checks/order-movements.ts';
import { orderSums } from './checks/order-sums.ts';
import { parcelItems } from './checks/parcel-items.ts';
import { parcels } from './checks/parcels.ts';
import { paymentSums } from './checks/payment-sums.ts';
import { productNames } from './checks/product-names.ts';
import { promotionUses } from './checks/promotion-uses.ts';
import { refundsPaid } from './checks/refunds-paid.ts';
import { reservations } from './checks/reservations.ts';
import { stock } from './checks/stock.ts';
import { timelines } from './checks/timelines.ts';
import { unsettled } from './checks/unsettled.ts';
import type { BooksServices, Check, Difference } from './difference.ts';
import { unlessUnreadable } from './unreadable.ts';

/** In this order, since some are mended from what others have mended before. */
const checks: readonly Check[] = [
  jsonColumns,
  unsettled,
  reservations,
  orderMovements,
  stock,
  orderSums,
  timelines,
  parcels,
  parcelItems,
  paymentSums,
  captures,
  charges,
  refundsPaid,
  documentNumbers,
  documentCounters,
  documents,
  coupons,
  couponUses,
  promotionUses,
  listedPrices,
  categoryTree,
  categoryRows,
  productNames,
  userNames,
  guestNames,
  defaultAddresses,
  mails,
  activityChain,
];

/**
 * Derives every figure that the store keeps from what it follows from, and yields those that differ. Works while the
 * store is open, in bounded memory: nothing that a purchase or an admin changes meanwhile counts as a difference. A row that cannot
 * be read is one, and keeps no other from being checked.
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
  return (await unlessUnreadable(async () => check?.repair?.(services, difference))) ?? false;
}
