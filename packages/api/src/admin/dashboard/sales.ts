import type { Database } from '@lantern/db/database';
import { revenueStatuses } from '../../orders/order-status.ts';
import type { CalendarDay, OffsetSpan } from '../../shared/calendar.ts';

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

/** Grouped rows as databases return them: MySQL returns sums as text. */
type Counted<Field extends string> = { day: string } & Record<Field, number | string>;

/** Consecutive days, the moment they start, and the UTC offsets during them. */
export interface Period {
  days: CalendarDay[];
  start: Date;
  spans: OffsetSpan[];
}

/** The figures of each day of a period, including days without orders, in three grouped queries. */
export async function figuresByDay(database: Database, period: Period): Promise<DayFigures[]> {
  const [sold, refunded, joined] = await Promise.all([
    ordersByDay(database, period),
    refundsByDay(database, period),
    customersByDay(database, period),
  ]);
  return period.days.map((date) => {
    const { totalCents = 0, orders = 0 } = sold.get(date) ?? {};
    const revenueCents = Number(totalCents) - Number(refunded.get(date)?.refundedCents ?? 0);
    const newCustomers = Number(joined.get(date)?.customers ?? 0);
    return { date, ...withAverage({ revenueCents, orders: Number(orders), newCustomers }) };
  });
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

async function ordersByDay(database: Database, { start, spans }: Period) {
  const rows = await database.select<Counted<'orders' | 'totalCents'>>(
    `SELECT ${dayIn(database, 'placedAt', spans)} AS day, COUNT(*) AS orders, SUM(totalCents) AS totalCents
     FROM orders WHERE placedAt >= :start AND status IN (:revenueStatuses) GROUP BY day`,
    { start, revenueStatuses, ...untils(spans) },
  );
  return byDay(rows);
}

/**
 * The refunds of those orders, by the day on which the orders were placed. Few orders have refunds, so refunds
 * are read first: CROSS JOIN makes SQLite keep that sequence, and is a plain join to MySQL.
 */
async function refundsByDay(database: Database, { start, spans }: Period) {
  const rows = await database.select<Counted<'refundedCents'>>(
    `SELECT ${dayIn(database, 'o.placedAt', spans)} AS day, SUM(r.amountCents) AS refundedCents
     FROM refunds r CROSS JOIN payments p ON p.id = r.paymentId CROSS JOIN orders o ON o.id = p.orderId
     WHERE r.createdAt >= :start AND o.placedAt >= :start AND o.status IN (:revenueStatuses) GROUP BY day`,
    { start, revenueStatuses, ...untils(spans) },
  );
  return byDay(rows);
}

async function customersByDay(database: Database, { start, spans }: Period) {
  const rows = await database.select<Counted<'customers'>>(
    `SELECT ${dayIn(database, 'createdAt', spans)} AS day, COUNT(*) AS customers
     FROM users WHERE createdAt >= :start AND role = 'customer' GROUP BY day`,
    { start, ...untils(spans) },
  );
  return byDay(rows);
}

/**
 * SQL for the local day of a column across DST changes. Uses precomputed offsets, because neither database is
 * guaranteed to have time zone data.
 */
function dayIn({ dialect }: Database, column: string, spans: OffsetSpan[]): string {
  const days = spans.map(({ offsetMinutes }) => dialect.dayOf(column, offsetMinutes));
  const last = days.pop();
  const cases = days.map((day, index) => `WHEN ${column} < :until${index} THEN ${day}`);
  return cases.length === 0 ? `${last}` : `CASE ${cases.join(' ')} ELSE ${last} END`;
}

function untils(spans: OffsetSpan[]): Record<string, Date | undefined> {
  return Object.fromEntries(spans.map(({ until }, index) => [`until${index}`, until]));
}

function byDay<Row extends { day: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.day, row]));
}
