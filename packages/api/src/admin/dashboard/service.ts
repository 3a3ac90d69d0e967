import type { WithDatabase } from '@lantern/db/database';
import type { Calendar } from '../../shared/calendar.ts';

import { type AdminOrderRow, listAllOrders } from '../orders/list.ts';
import { type BestSeller, bestSellers, type LowStock, lowStock } from './best-sellers.ts';
import { type DayFigures, type Figures, figuresByDay, totalOf } from './sales.ts';

const LATEST_ORDERS = 8;

export interface Dashboard {
  /** Whose days these are, as an IANA name: the same for every reader, wherever they are. */
  timeZone: string;
  /** Every day of the period, oldest first; today is the last one. */
  days: DayFigures[];
  totals: Figures;
  /** As many days before them. */
  previous: Figures;
  bestSellers: BestSeller[];
  lowStock: LowStock[];
  latestOrders: AdminOrderRow[];
}

/** How the shop has done over the last `days` days of its own calendar, today among them. */
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
