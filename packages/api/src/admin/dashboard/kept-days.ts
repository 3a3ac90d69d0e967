import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDay } from '../../shared/calendar.ts';
import { dayAfter } from './period.ts';

/** More than any reader asks for. */
const MAX_KEPT = 1000;

interface KeptDaysOptions<Figures> {
  /** Counts consecutive days; a day of which nothing is known may be missing. */
  count(days: CalendarDay[]): Promise<Map<CalendarDay, Figures>>;
  /** The figures of a day that is missing. */
  none: Figures;
  /** How many days are counted at a time, so that requests are served in between. */
  atOnce: number;
}

/** Figures of days that are counted once and kept until they are forgotten. */
export class KeptDays<Figures> {
  readonly #kept = new Map<CalendarDay, Figures>();

  constructor(private readonly options: KeptDaysOptions<Figures>) {}

  /** The figures of these days, in the same order; counts those that are not kept. */
  async of(days: CalendarDay[]): Promise<Figures[]> {
    const { count, none, atOnce } = this.options;
    if (this.#kept.size > MAX_KEPT) this.#kept.clear();
    for (const run of runsOf(
      days.filter((day) => !this.#kept.has(day)),
      atOnce,
    )) {
      const counted = await count(run);
      for (const day of run) this.#kept.set(day, counted.get(day) ?? none);
      await nextTurn();
    }
    return days.map((day) => this.#kept.get(day) ?? none);
  }

  forget(day: CalendarDay): void {
    this.#kept.delete(day);
  }

  forgetAll(): void {
    this.#kept.clear();
  }
}

/** Splits ascending days into runs of at most `most` consecutive ones. */
function runsOf(days: CalendarDay[], most: number): CalendarDay[][] {
  const runs: CalendarDay[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && run.length < most && dayAfter(last) === day) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
