import type { Database } from '@lantern/db/database';
import { revenueStatuses } from '../../order-status/order-status.ts';
import type { CalendarDay } from '../../shared/calendar.ts';
import { dayIn, type Period, valuesOf } from './period.ts';

/** The figures of a day or a period. */
export interface Figures {
  /**
   * What customers paid for the orders placed then that are now paid, shipped or delivered, minus what was
   * refunded since. Cancelled and refunded orders do not count, so a day's revenue falls when one of its
   * orders is cancelled. Integer cents, including tax and shipping.
   */
  revenueCents: number;
  /** The number of those orders. */
  orders: number;
  /** Accounts registered by shoppers. */
  newCustomers: number;
  /** Revenue per order, rounded to the cent; 0 without orders. */
  averageOrderCents: number;
}

export interface DayFigures extends Figures {
  /** In the store's time zone, `2026-03-31`. */
  date: string;
}

/** What the orders of one day come to, before anything is divided. */
export interface DaySales {
  totalCents: number;
  refundedCents: number;
  orders: number;
}

export const noSales: DaySales = { totalCents: 0, refundedCents: 0, orders: 0 };

/** Grouped rows as databases return them: MySQL returns sums as text. */
type Counted<Field extends string> = { day: CalendarDay } & Record<Field, number | string>;

/** Counts the orders of a period by day, with what was refunded since. Days without orders are missing. */
export async function salesByDay(database: Database, period: Period): Promise<Map<CalendarDay, DaySales>> {
  const rows = await database.select<Counted<keyof DaySales>>(
    `SELECT ${dayIn(database, 'o.placedAt', period.spans)} AS day, COUNT(*) AS orders,
       SUM(o.totalCents) AS totalCents, COALESCE(SUM(p.refundedCents), 0) AS refundedCents
     FROM orders o LEFT JOIN payments p ON p.orderId = o.id
     WHERE o.placedAt >= :start AND o.placedAt < :end AND o.status IN (:revenueStatuses) GROUP BY day`,
    { revenueStatuses, ...valuesOf(period) },
  );
  return new Map(
    rows.map(({ day, orders, totalCents, refundedCents }) => [
      day,
      { orders: Number(orders), totalCents: Number(totalCents), refundedCents: Number(refundedCents) },
    ]),
  );
}

/** Counts the accounts that shoppers registered in a period by day. Days without any are missing. */
export async function customersByDay(database: Database, period: Period): Promise<Map<CalendarDay, number>> {
  const rows = await database.select<Counted<'customers'>>(
    `SELECT ${dayIn(database, 'createdAt', period.spans)} AS day, COUNT(*) AS customers
     FROM users WHERE createdAt >= :start AND createdAt < :end AND role = 'customer' GROUP BY day`,
    valuesOf(period),
  );
  return new Map(rows.map(({ day, customers }) => [day, Number(customers)]));
}

export function dayFigures(date: CalendarDay, sales: DaySales, newCustomers: number): DayFigures {
  const revenueCents = sales.totalCents - sales.refundedCents;
  return { date, ...withAverage({ revenueCents, orders: sales.orders, newCustomers }) };
}

/** The sum of several days. */
export function totalOf(days: Figures[]): Figures {
  const sum = (field: keyof Figures) => days.reduce((total, day) => total + day[field], 0);
  return withAverage({
    revenueCents: sum('revenueCents'),
    orders: sum('orders'),
    newCustomers: sum('newCustomers'),
  });
}

function withAverage(figures: Omit<Figures, 'averageOrderCents'>): Figures {
  const { revenueCents, orders } = figures;
  return { ...figures, averageOrderCents: orders === 0 ? 0 : Math.round(revenueCents / orders) };
}
