const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60 * 1000;

const lengths = { '1h': HOUR_MS, '24h': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS };

/** The parameters that keep a time range in the URL: a length up to now, or two dates. */
export const rangeNames = ['range', 'from', 'to'] as const;
export type RangeValues = Partial<Record<(typeof rangeNames)[number], string>>;

export type RangeChoice = 'any' | keyof typeof lengths | 'custom';

/** Which range the URL names. */
export function choiceOf({ range, from, to }: RangeValues): RangeChoice {
  if (isDay(from) || isDay(to) || range === 'custom') return 'custom';
  return isLength(range) ? range : 'any';
}

/** The first and last instant of a range, as ISO 8601. Dates are whole days in the reader's time zone. */
export function boundsOf(values: RangeValues, now: number): { from?: string; to?: string } {
  const { range, from, to } = values;
  const choice = choiceOf(values);
  if (choice === 'custom') {
    return {
      from: isDay(from) ? new Date(`${from}T00:00:00`).toISOString() : undefined,
      to: isDay(to) ? new Date(`${to}T23:59:59.999`).toISOString() : undefined,
    };
  }
  if (!isLength(range)) return {};
  // Rounded to the minute, so that the same view makes the same query.
  return { from: new Date(Math.floor((now - lengths[range]) / MINUTE_MS) * MINUTE_MS).toISOString() };
}

function isLength(range: string | undefined): range is keyof typeof lengths {
  return range !== undefined && Object.hasOwn(lengths, range);
}

function isDay(day: string | undefined): day is string {
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
}
