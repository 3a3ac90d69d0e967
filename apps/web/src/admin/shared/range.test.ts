import { describe, expect, it } from 'vitest';
import { boundsOf as boundsIn, choiceOf, type Periods, type RangeValues } from './range.ts';

const now = Date.parse('2026-11-24T18:42:31.500Z');
const day = (date: string) => ({ from: `${date}T05:00:00.000Z`, to: `${date}T04:59:59.999Z` });
const periods: Periods = {
  timeZone: 'America/New_York',
  today: day('2026-11-24'),
  yesterday: day('2026-11-23'),
  month: { from: '2026-11-01T04:00:00.000Z', to: '2026-11-25T04:59:59.999Z' },
};
const boundsOf = (values: RangeValues, at: number) => boundsIn(values, at, periods);

describe('boundsOf', () => {
  it('a preset length ends now, rounded to the minute', () => {
    expect(boundsOf({ range: '24h' }, now)).toEqual({ from: '2026-11-23T18:42:00.000Z' });
  });

  it("dates are whole days in the reader's time zone", () => {
    expect(boundsOf({ from: '2026-11-01', to: '2026-11-02' }, now)).toEqual({
      from: new Date(2026, 10, 1).toISOString(),
      to: new Date(2026, 10, 2, 23, 59, 59, 999).toISOString(),
    });
    expect(boundsOf({ to: '2026-11-02' }, now)?.from).toBeUndefined();
  });

  it("a period is the store's, and unknown until the server has said when it is", () => {
    expect(boundsOf({ range: 'yesterday' }, now)).toEqual(periods.yesterday);
    expect(boundsOf({ range: 'month' }, now)).toEqual(periods.month);
    expect(boundsIn({ range: 'today' }, now, undefined)).toBeNull();
  });

  it('invalid ranges are ignored', () => {
    expect(boundsOf({}, now)).toEqual({});
    expect(boundsOf({ range: 'ever' }, now)).toEqual({});
    expect(boundsOf({ range: 'custom', from: 'yesterday', to: '2026-13-99' }, now)).toEqual({});
  });
});

it('choiceOf names the range of a URL', () => {
  expect(choiceOf({})).toBe('any');
  expect(choiceOf({ range: '7d' })).toBe('7d');
  expect(choiceOf({ range: 'today' })).toBe('today');
  expect(choiceOf({ range: 'toString' })).toBe('any');
  expect(choiceOf({ range: '7d', from: '2026-11-01' })).toBe('custom');
});
