import type { Calendar, CalendarDay } from '../../shared/calendar.ts';
import { DAY_MS } from '../../shared/dates.ts';

/** The first and the last instant, ISO 8601 in UTC. */
interface Bounds {
  from: string;
  to: string;
}

/** What people name by the day that it is. */
export interface Periods {
  /** The store's, in which the days begin and end. */
  timeZone: string;
  today: Bounds;
  yesterday: Bounds;
  month: Bounds;
}

/** Today, yesterday and this month up to the end of today, on the store's calendar. */
export function periodsOf(calendar: Calendar): Periods {
  const [yesterday = '', today = ''] = calendar.lastDays(2);
  return {
    timeZone: calendar.timeZone,
    today: boundsOf(calendar, today, today),
    yesterday: boundsOf(calendar, yesterday, yesterday),
    month: boundsOf(calendar, `${today.slice(0, 7)}-01`, today),
  };
}

function boundsOf(calendar: Calendar, first: CalendarDay, last: CalendarDay): Bounds {
  const next = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10);
  return {
    from: calendar.startOf(first).toISOString(),
    to: new Date(calendar.startOf(next).getTime() - 1).toISOString(),
  };
}
