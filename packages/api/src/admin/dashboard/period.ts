import type { Database } from '@lantern/db/database';
import type { Calendar, CalendarDay, OffsetSpan } from '../../shared/calendar.ts';
import { DAY_MS } from '../../shared/dates.ts';

/** Consecutive days, the moments they start and end, and the UTC offsets since then. */
export interface Period {
  days: CalendarDay[];
  start: Date;
  end: Date;
  spans: OffsetSpan[];
}

/** The period of consecutive days, oldest first; there must be at least one. */
export function periodOf(calendar: Calendar, days: CalendarDay[]): Period {
  const start = calendar.startOf(days[0] ?? '');
  return { days, start, end: calendar.startOf(dayAfter(days.at(-1) ?? '')), spans: calendar.spansSince(start) };
}

export function dayAfter(day: CalendarDay): CalendarDay {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

/**
 * SQL for the local day of a column across DST changes; the values are in `valuesOf`. Uses precomputed offsets, because
 * neither database is guaranteed to have time zone data.
 */
export function dayIn({ dialect }: Database, column: string, spans: OffsetSpan[]): string {
  const days = spans.map(({ offsetMinutes }) => dialect.dayOf(column, offsetMinutes));
  const last = days.pop();
  const cases = days.map((day, index) => `WHEN ${column} < :until${index} THEN ${day}`);
  return cases.length === 0 ? `${last}` : `CASE ${cases.join(' ')} ELSE ${last} END`;
}

/** `:start`, `:end`, and those of `dayIn`. */
export function valuesOf({ start, end, spans }: Period): Record<string, Date | undefined> {
  return { start, end, ...Object.fromEntries(spans.map(({ until }, index) => [`until${index}`, until])) };
}
