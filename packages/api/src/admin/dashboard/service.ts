import type { WithDatabase } from '@lantern/db/database';
import type { Calendar } from '../../shared/calendar.ts';
import { type AdminOrderRow, listAllOrders } from '../orders/list.ts';
import { type BestSeller, viewBestSellers } from './best-sellers.ts';
import { figuresOf } from './figures.ts';
import { type LowStock, lowStock } from './low-stock.ts';
import { type DayFigures, type Figures, totalOf } from './sales.ts';
import { mostSold } from './sold-products.ts';
import { countToDo, type ToDo } from './to-do.ts';

const LATEST_ORDERS = 8;
const BEST_SELLERS = 10;

export interface Dashboard {
  /** The time zone of the days, as an IANA name: the store's, not the reader's. */
  timeZone: string;
  toDo: ToDo;
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
export async function dashboard(services: WithDatabase & { calendar: Calendar }, days: number): Promise<Dashboard> {
  const { calendar } = services;
  const both = calendar.lastDays(2 * days);
  const [{ figures, sold }, low, latest, toDo] = await Promise.all([
    figuresOf(services).read(both, both[days] ?? ''),
    lowStock(),
    listAllOrders({ limit: LATEST_ORDERS }),
    countToDo(services),
  ]);
  const shown = figures.slice(days);
  return {
    timeZone: calendar.timeZone,
    toDo,
    days: shown,
    totals: totalOf(shown),
    previous: totalOf(figures.slice(0, days)),
    bestSellers: await viewBestSellers(mostSold(sold, BEST_SELLERS)),
    lowStock: low,
    latestOrders: latest.items,
  };
}
