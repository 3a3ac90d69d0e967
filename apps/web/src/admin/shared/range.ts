import type { RouterOutputs } from '@lantern/api/types';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60 * 1000;

const lengths = { '1h': HOUR_MS, '24h': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS };
const periods = ['today', 'yesterday', 'month'] as const;

/** The parameters that keep a time range in the URL: a length up to now, a period of the store's calendar, or two dates. */
export interface RangeValues {
  range?: string;
  from?: string;
  to?: string;
}

type Period = (typeof periods)[number];
export type RangeChoice = 'any' | keyof typeof lengths | Period | 'custom';

/** When the periods are where the store is. */
export type Periods = RouterOutputs['admin']['periods'];

/** The first and last instant, as ISO 8601. */
interface Bounds {
  from?: string;
  to?: string;
}

/** Which range the URL names. */
export function choiceOf({ range, from, to }: RangeValues): RangeChoice {
  if (isDay(from) || isDay(to) || range === 'custom') return 'custom';
  return isLength(range) || isPeriod(range) ? range : 'any';
}

/**
 * The bounds of a range. Dates are whole days in the reader's time zone, periods are in the store's; null while those are
 * not known.
 */
export function boundsOf(values: RangeValues, now: number, known: Periods | undefined): Bounds | null {
  const { range, from, to } = values;
  const choice = choiceOf(values);
  if (choice === 'custom') {
    return {
      from: isDay(from) ? new Date(`${from}T00:00:00`).toISOString() : undefined,
      to: isDay(to) ? new Date(`${to}T23:59:59.999`).toISOString() : undefined,
    };
  }
  if (isPeriod(range)) return known?.[range] ?? null;
  if (!isLength(range)) return {};
  // Rounded to the minute, so that the same view makes the same query.
  return { from: new Date(Math.floor((now - lengths[range]) / MINUTE_MS) * MINUTE_MS).toISOString() };
}

export function isPeriod(range: string | undefined): range is Period {
  return periods.some((period) => period === range);
}

function isLength(range: string | undefined): range is keyof typeof lengths {
  return range !== undefined && Object.hasOwn(lengths, range);
}

function isDay(day: string | undefined): day is string {
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
}
