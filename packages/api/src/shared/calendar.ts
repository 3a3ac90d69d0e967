import { tzOffset, tzScan } from '@date-fns/tz';
import { DAY_MS, MINUTE_MS } from './dates.ts';

/** A calendar day, `2026-03-31`. */
export type CalendarDay = string;

/** A period with a constant UTC offset. The last one has no end. */
export interface OffsetSpan {
  until?: Date;
  /** Minutes ahead of UTC. */
  offsetMinutes: number;
}

/** The days of one time zone, including those of 23 and 25 hours. Uses Node's rules: a database may lack time zone data. */
export class Calendar {
  /** @param timeZone an IANA name. @param now the current time, in milliseconds since 1970. */
  constructor(
    readonly timeZone: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** The day of a moment. */
  dayOf(at: Date): CalendarDay {
    return dayText(at.getTime() + tzOffset(this.timeZone, at) * MINUTE_MS);
  }

  /** The last `count` days, oldest first, up to today. */
  lastDays(count: number): CalendarDay[] {
    const now = new Date(this.now());
    const local = now.getTime() + tzOffset(this.timeZone, now) * MINUTE_MS;
    return Array.from({ length: count }, (_, index) => dayText(local - (count - 1 - index) * DAY_MS));
  }

  /** The first moment of a day, which is not 00:00 where DST starts at midnight. */
  startOf(day: CalendarDay): Date {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    let since = midnight - DAY_MS;
    for (const { until, offsetMinutes } of this.spansBetween(since, midnight + DAY_MS)) {
      const start = Math.max(since, midnight - offsetMinutes * MINUTE_MS);
      if (!until || start < until.getTime()) return new Date(start);
      since = until.getTime();
    }
    return new Date(midnight);
  }

  /** The offset spans from `start` until now. */
  spansSince(start: Date): OffsetSpan[] {
    return this.spansBetween(start.getTime(), this.now());
  }

  private spansBetween(start: number, end: number): OffsetSpan[] {
    // tzScan steps in full hours from its start, and checks nothing if that is less than a minute from the end.
    const changes = tzScan(this.timeZone, { start: new Date(start), end: new Date(end + MINUTE_MS) });
    const offsets = [tzOffset(this.timeZone, new Date(start)), ...changes.map(({ offset }) => offset)];
    return offsets.map((offsetMinutes, index) => {
      const next = changes[index];
      return next ? { until: this.momentOf(next), offsetMinutes } : { offsetMinutes };
    });
  }

  /** The exact minute of an offset change that is known to the hour. */
  private momentOf({ date, offset }: { date: Date; offset: number }): Date {
    let at = date.getTime();
    while (tzOffset(this.timeZone, new Date(at - MINUTE_MS)) === offset) at -= MINUTE_MS;
    return new Date(at);
  }
}

function dayText(local: number): CalendarDay {
  return new Date(local).toISOString().slice(0, 10);
}
