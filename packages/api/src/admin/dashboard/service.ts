import type { Shop } from '../../context.ts';
import { DAY_MS } from '../../shared/dates.ts';
import { type AdminOrderRow, listAllOrders } from '../orders/list.ts';
import { type BestSeller, bestSellers, type LowStock, lowStock } from './goods.ts';
import { type DayFigures, type Figures, figuresByDay, totalOf } from './sales.ts';

const LATEST_ORDERS = 8;

/** Whose days these are, as an IANA name: the same for every reader, wherever they are. */
const TIME_ZONE = 'UTC';

export interface Dashboard {
  /** The calendar that the days are on, as an IANA name. */
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

/** How the shop has done over the last `days` days in UTC, today among them. */
export async function dashboard({ database }: Shop, days: number): Promise<Dashboard> {
  const tomorrow = Math.ceil((Date.now() + 1) / DAY_MS) * DAY_MS;
  const start = new Date(tomorrow - days * DAY_MS);
  const [figures, best, low, latest] = await Promise.all([
    figuresByDay(database, new Date(start.getTime() - days * DAY_MS), 2 * days),
    bestSellers(database, start),
    lowStock(),
    listAllOrders({ limit: LATEST_ORDERS }),
  ]);
  const shown = figures.slice(days);
  return {
    timeZone: TIME_ZONE,
    days: shown,
    totals: totalOf(shown),
    previous: totalOf(figures.slice(0, days)),
    bestSellers: best,
    lowStock: low,
    latestOrders: latest.items,
  };
}
