import type { Database } from '@lantern/db/database';
import { formatCents } from '@lantern/text/money';
import type { Discount } from '../pricing/discount.ts';
import { COUPON_CODE } from './schema.ts';

/** A promotion as a cart needs it. */
export interface Coupon extends Discount {
  id: number;
  code: string;
  minSubtotalCents: number | null;
  /** None stands for everything. */
  categoryIds: number[];
  startsAt: Date | null;
  endsAt: Date | null;
  usageLimit: number | null;
  perCustomerLimit: number | null;
  used: number;
  version: number;
}

/** The active promotion with this code, in whatever case. */
export async function findCoupon(database: Database, code: string): Promise<Coupon | undefined> {
  if (!COUPON_CODE.test(code)) return undefined;
  const { rows } = await database.execute<Coupon>(
    `SELECT id, code, kind, COALESCE(percent, amountCents, 0) AS value, minSubtotalCents, categoryIds, startsAt, endsAt,
      usageLimit, perCustomerLimit, used, version FROM promotions WHERE code = ? AND active`,
    [code],
  );
  return rows[0];
}

/** What a coupon gives, in words: "10% off". */
export function labelOf({ kind, value }: Discount): string {
  if (kind === 'free_delivery') return 'Free delivery';
  return `${kind === 'percent' ? `${value}%` : formatCents(value)} off`;
}
