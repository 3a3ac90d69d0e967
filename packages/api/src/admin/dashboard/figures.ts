import type { Database, WithDatabase } from '@lantern/db/database';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import pLimit from 'p-limit';
import { activityHead } from '../../activity/service.ts';
import type { Calendar, CalendarDay } from '../../shared/calendar.ts';
import { KeptDays } from './kept-days.ts';
import { OrderChanges } from './order-changes.ts';
import { periodOf } from './period.ts';
import { customersByDay, type DayFigures, dayFigures, noSales, salesByDay } from './sales.ts';
import { MAX_DAYS } from './schema.ts';
import { nothingSold, type SoldProducts, soldByDay } from './sold-products.ts';

/** In between, admins have their turn. */
const DAYS_AT_ONCE = 7;

/**
 * The figures of the store's days, in the memory of each process. A day is counted once, and again only when an order
 * placed on it has changed: so a year costs no more than the orders of the last minutes.
 */
class KeptFigures {
  readonly #sales;
  readonly #sold;
  readonly #customers;
  readonly #changes: OrderChanges;
  #seenEntry: number | undefined;
  /** One reader at a time: what it counts must not be older than a change that another has seen in between. */
  readonly #inTurn = pLimit(1);

  constructor(
    database: Database,
    private readonly calendar: Calendar,
  ) {
    const period = (days: CalendarDay[]) => periodOf(calendar, days);
    this.#sales = new KeptDays({ count: (days) => salesByDay(database, period(days)), none: noSales, atOnce: 2 });
    this.#sold = new KeptDays({ count: (days) => soldByDay(database, period(days)), none: nothingSold, atOnce: 1 });
    this.#customers = new KeptDays({ count: (days) => customersByDay(database, period(days)), none: 0, atOnce: 366 });
    this.#changes = new OrderChanges(database);
  }

  /** The figures of `days`, and what was sold on those of them from `soldSince` on; both ascending. */
  read(days: CalendarDay[], soldSince: CalendarDay): Promise<{ figures: DayFigures[]; sold: SoldProducts[] }> {
    return this.#inTurn(async () => {
      await this.#forgetChanged();
      const sales = await this.#sales.of(days);
      const sold = await this.#sold.of(days.filter((day) => day >= soldSince));
      const customers = await this.#customers.of(days);
      const figures = days.map((day, index) => dayFigures(day, sales[index] ?? noSales, customers[index] ?? 0));
      return { figures, sold };
    });
  }

  async #forgetChanged(): Promise<void> {
    for (const placedAt of await this.#changes.placedAtOfChanged()) {
      const day = this.calendar.dayOf(placedAt);
      this.#sales.forget(day);
      this.#sold.forget(day);
    }
    // Registering leaves no trace but the account: at midnight one may still be under way.
    for (const day of this.calendar.lastDays(2)) this.#customers.forget(day);
    await this.#forgetLogged();
  }

  /** What an admin has changed of a user, who may have been or become a customer; and orders whose sums were repaired. */
  async #forgetLogged(): Promise<void> {
    const { seq } = await activityHead();
    const seen = this.#seenEntry ?? seq;
    this.#seenEntry = seq;
    if (seen === seq) return;
    const since = { [Op.gt]: seen };
    const attributes = ['seq'];
    const user = await ActivityEntry.findOne({ where: { seq: since, entityType: 'user' }, attributes, raw: true });
    if (user) this.#customers.forgetAll();
    const repair = await ActivityEntry.findOne({
      where: { seq: since, action: 'order.repair' },
      attributes,
      raw: true,
    });
    if (!repair) return;
    this.#sales.forgetAll();
    this.#sold.forgetAll();
  }
}

const kept = new WeakMap<Calendar, KeptFigures>();

/** The figures that this process keeps of the days of a calendar. */
export function figuresOf({ database, calendar }: WithDatabase & { calendar: Calendar }): KeptFigures {
  let figures = kept.get(calendar);
  if (!figures) {
    figures = new KeptFigures(database, calendar);
    kept.set(calendar, figures);
  }
  return figures;
}

/**
 * Counts what the longest dashboard needs, the newest days first, until `signal` aborts. Run at the start and now and
 * then, it leaves little to count for the admin who opens the dashboard.
 */
export async function keepFigures(services: WithDatabase & { calendar: Calendar }, signal: AbortSignal): Promise<void> {
  const days = services.calendar.lastDays(2 * MAX_DAYS);
  const soldSince = days[MAX_DAYS] ?? '';
  for (let end = days.length; end > 0 && !signal.aborted; end -= DAYS_AT_ONCE) {
    await figuresOf(services).read(days.slice(Math.max(0, end - DAYS_AT_ONCE), end), soldSince);
  }
}
