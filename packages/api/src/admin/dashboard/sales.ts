import type { Database } from '@lantern/db/database';
import { revenueStatuses } from '../../orders/order-status.ts';
import type { CalendarDay, OffsetSpan } from '../../shared/calendar.ts';

/** What a day or a period has brought. */
export interface Figures {
  /**
   * What customers have paid for the orders placed then that are paid, shipped or delivered now, less
   * what they got back of them since. An order that is cancelled or refunded counts for nothing, so a
   * day's figure falls when one of its orders is. Integer cents, tax and shipping included.
   */
  revenueCents: number;
  /** How many orders that is. */
  orders: number;
  /** Accounts made by shoppers. */
  newCustomers: number;
  /** Revenue by order, rounded to the cent; 0 without orders. */
  averageOrderCents: number;
}

export interface DayFigures extends Figures {
  /** By the shop's calendar, `2026-03-31`. */
  date: string;
}

/** As databases answer: sums are text in one of them. */
type Counted<Field extends string> = { day: string } & Record<Field, number | string>;

/** Days that follow each other, from when on they are, and how far ahead of UTC the clocks are meanwhile. */
export interface Period {
  days: CalendarDay[];
  start: Date;
  spans: OffsetSpan[];
}

/** The figures of each day of a period, quiet ones too: three grouped reads. */
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

/** Several days as one. */
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
 * What went back of those orders, under the day on which they were placed. Few orders have refunds, so
 * these are read first: CROSS JOIN has SQLite keep that order, and is any other join to MySQL.
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
 * SQL for the day of a column on clocks that are put forward and back. By offsets that are worked out here,
 * since neither database need know any time zone by its name.
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
