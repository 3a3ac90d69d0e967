import type { Database } from '@lantern/db/database';
import { revenueStatuses } from '../../order-status/order-status.ts';
import type { CalendarDay } from '../../shared/calendar.ts';
import { groupBy } from '../../shared/group-by.ts';
import { dayIn, type Period, valuesOf } from './period.ts';

/** What was sold of each product on one day, in columns: there are hundreds of days with thousands of products. */
export interface SoldProducts {
  productIds: Int32Array;
  quantities: Int32Array;
  revenueCents: Float64Array;
}

export const nothingSold: SoldProducts = {
  productIds: new Int32Array(),
  quantities: new Int32Array(),
  revenueCents: new Float64Array(),
};

interface SoldRow {
  day: CalendarDay;
  productId: number;
  quantity: number | string;
  revenueCents: number | string;
}

/** Counts by day what was sold in a period and not restocked since. Days without sales are missing. */
export async function soldByDay(database: Database, period: Period): Promise<Map<CalendarDay, SoldProducts>> {
  const rows = await database.select<SoldRow>(
    `SELECT s.day AS day, v.productId AS productId, SUM(s.quantity) AS quantity, SUM(s.revenueCents) AS revenueCents
     FROM (
       SELECT ${dayIn(database, 'o.placedAt', period.spans)} AS day, i.variantId,
         SUM(i.quantity - i.restockedQuantity) AS quantity,
         SUM((i.quantity - i.restockedQuantity) * i.unitPriceCents
           - ROUND(1.0 * i.discountCents * (i.quantity - i.restockedQuantity) / i.quantity)) AS revenueCents
       FROM orders o JOIN order_items i ON i.orderId = o.id
       WHERE o.placedAt >= :start AND o.placedAt < :end AND o.status IN (:revenueStatuses)
       GROUP BY day, i.variantId
     ) s JOIN variants v ON v.id = s.variantId
     GROUP BY s.day, v.productId`,
    { revenueStatuses, ...valuesOf(period) },
  );
  const byDay = [...groupBy(rows, ({ day }) => day)].map(([day, sold]): [CalendarDay, SoldProducts] => [
    day,
    {
      productIds: Int32Array.from(sold, ({ productId }) => productId),
      quantities: Int32Array.from(sold, ({ quantity }) => Number(quantity)),
      revenueCents: Float64Array.from(sold, ({ revenueCents }) => Number(revenueCents)),
    },
  ]);
  return new Map(byDay);
}

/** A product and what was sold of it. Cents are integers. */
export interface Sold {
  productId: number;
  quantity: number;
  revenueCents: number;
}

/** The `count` products of which most items were sold on these days; of equals, that with the lower id comes first. */
export function mostSold(days: SoldProducts[], count: number): Sold[] {
  // By id: ids are consecutive, and adding up two million numbers takes milliseconds.
  const size = 1 + days.reduce((most, { productIds }) => productIds.reduce((a, b) => Math.max(a, b), most), 0);
  const quantities = new Int32Array(size);
  const revenues = new Float64Array(size);
  for (const day of days) {
    for (let index = 0; index < day.productIds.length; index++) {
      const id = day.productIds[index] ?? 0;
      quantities[id] = (quantities[id] ?? 0) + (day.quantities[index] ?? 0);
      revenues[id] = (revenues[id] ?? 0) + (day.revenueCents[index] ?? 0);
    }
  }
  const most: Sold[] = [];
  for (let productId = 0; productId < size; productId++) {
    const quantity = quantities[productId] ?? 0;
    if (quantity <= (most.length < count ? 0 : (most.at(-1)?.quantity ?? 0))) continue;
    const at = most.findIndex((other) => other.quantity < quantity);
    most.splice(at === -1 ? most.length : at, 0, { productId, quantity, revenueCents: revenues[productId] ?? 0 });
    most.length = Math.min(most.length, count);
  }
  return most;
}
