import type { WithDatabase } from '@lantern/db/database';
import type { Calendar } from '../../shared/calendar.ts';

import { type AdminOrderRow, listAllOrders } from '../orders/list.ts';
import { type BestSeller, bestSellers, type LowStock, lowStock } from './best-sellers.ts';
import { type DayFigures, type Figures, figuresByDay, totalOf } from './sales.ts';

const LATEST_ORDERS = 8;

export interface Dashboard {
  /** The time zone of the days, as an IANA name: the store's, not the reader's. */
  timeZone: string;
  /** Every day of the period, oldest first, up to today. */
  days: DayFigures[];
  totals: Figures;
  /** The same number of days before the period. */
  previous: Figures;
  bestSellers: BestSeller[];
  lowStock: LowStock[];
  latestOrders: AdminOrderRow[];
}

/** The store's figures for the last `days` days in its time zone, including today. */
export async function dashboard(
  { database, calendar }: WithDatabase & { calendar: Calendar },
  days: number,
): Promise<Dashboard> {
  const both = calendar.lastDays(2 * days);
  const start = calendar.startOf(both[0] ?? '');
  const [figures, best, low, latest] = await Promise.all([
    figuresByDay(database, { days: both, start, spans: calendar.spansSince(start) }),
    bestSellers(database, calendar.startOf(both[days] ?? '')),
    lowStock(),
    listAllOrders({ limit: LATEST_ORDERS }),
  ]);
  const shown = figures.slice(days);
  return {
    timeZone: calendar.timeZone,
    days: shown,
    totals: totalOf(shown),
    previous: totalOf(figures.slice(0, days)),
    bestSellers: best,
    lowStock: low,
    latestOrders: latest.items,
  };
}
