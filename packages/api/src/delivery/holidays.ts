import type { Calendar, CalendarDay } from '../shared/calendar.ts';
import { DAY_MS } from '../shared/dates.ts';

/** An order that is paid may wait for a while, and a delivery method may take 90 working days. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 150;

/** What functions depend on that say when something arrives. */
export interface WithHolidays {
  holidays: Holidays;
}

/** The public holidays on which nothing is packed or delivered. */
export class Holidays {
  /** By region and year. Few are ever asked for, and each is a dozen days. */
  readonly #years = new Map<string, Promise<CalendarDay[]>>();

  /** @param region where parcels are packed, `DE` or `DE-BE` (ISO 3166); null if only the destination's holidays count. */
  constructor(
    private readonly calendar: Calendar,
    private readonly region: string | null,
  ) {}

  /**
   * The holidays of the coming months on the way from the store to a country, in order; undefined if the country is not
   * known yet. A day counts if either end rests, since a delivery method says for both together how many days it takes.
   */
  async towards(country: string | undefined): Promise<CalendarDay[]> {
    const [today = ''] = this.calendar.lastDays(1);
    const [first, last] = [daysFrom(today, -DAYS_BACK), daysFrom(today, DAYS_AHEAD)];
    const years = [...new Set([Number(first.slice(0, 4)), Number(last.slice(0, 4))])];
    const regions = new Set([this.region, country].filter((region) => typeof region === 'string'));
    const lists = await Promise.all([...regions].flatMap((region) => years.map((year) => this.#of(region, year))));
    return [...new Set(lists.flat())].filter((day) => day >= first && day <= last).sort();
  }

  #of(region: string, year: number): Promise<CalendarDay[]> {
    const key = `${region} ${year}`;
    const known = this.#years.get(key) ?? publicHolidays(region, year);
    this.#years.set(key, known);
    return known;
  }
}

/** Whether the public holidays of a country, `DE`, or of a part of it, `DE-BE`, are known. */
export async function areHolidaysKnown(region: string): Promise<boolean> {
  const { default: Library } = await library();
  const world = new Library();
  const [country = '', state] = region.split('-');
  return country in world.getCountries() && (!state || state in (world.getStates(country) ?? {}));
}

/** The days on which offices and carriers rest; none for a country whose holidays are not known. */
async function publicHolidays(region: string, year: number): Promise<CalendarDay[]> {
  const { default: Library } = await library();
  const [country = '', state = ''] = region.split('-');
  return new Library(country, state)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => {
      // Some last for several days, and some begin at sunset.
      const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
      return Array.from({ length: count }, (_, index) => daysFrom(date.slice(0, 10), index));
    });
}

/** The world's holidays are 10 MB in memory: for stores in which somebody asks for them. */
const library = () => import('date-holidays');

function daysFrom(day: CalendarDay, count: number): CalendarDay {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}
