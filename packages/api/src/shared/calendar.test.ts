import { describe, expect, it, test } from 'vitest';
import { Calendar } from './calendar.ts';

const at = (timeZone: string, now: string) => new Calendar(timeZone, () => Date.parse(now));
const HOUR_MS = 3_600_000;

describe('today', () => {
  it.each([
    ['UTC', '2026-11-24T23:59:59.999Z', '2026-11-24'],
    ['UTC', '2026-11-25T00:00:00.000Z', '2026-11-25'],
    ['Pacific/Pago_Pago', '2026-11-25T10:59:59.999Z', '2026-11-24'],
    ['Pacific/Pago_Pago', '2026-11-25T11:00:00.000Z', '2026-11-25'],
    ['Asia/Kolkata', '2026-11-25T18:29:59.999Z', '2026-11-25'],
    ['Asia/Kolkata', '2026-11-25T18:30:00.000Z', '2026-11-26'],
    ['Pacific/Kiritimati', '2026-11-25T10:00:00.000Z', '2026-11-26'],
  ])('in %s at %s is %s', (zone, now, today) => {
    expect(at(zone, now).lastDays(1)).toEqual([today]);
  });
});

test('the last days are calendar days, also across a DST change', () => {
  expect(at('Europe/Berlin', '2026-03-29T22:30:00Z').lastDays(3)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  expect(at('Europe/Berlin', '2026-10-25T22:30:00Z').lastDays(3)).toEqual(['2026-10-23', '2026-10-24', '2026-10-25']);
});

test.each([
  ['UTC', '2026-03-29', '2026-03-29T00:00:00.000Z', 24],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ['Asia/Kolkata', '2026-10-25', '2026-10-24T18:30:00.000Z', 24],
  ['Pacific/Pago_Pago', '2026-10-25', '2026-10-25T11:00:00.000Z', 24],
  // DST starts at midnight: the day begins at 01:00. DST ends at midnight: the previous day has 25 hours.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
  ['Africa/Cairo', '2026-10-29', '2026-10-28T21:00:00.000Z', 25],
  // DST of half an hour.
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5],
])('in %s %s begins at %s and has %d hours', (zone, day, start, hours) => {
  const calendar = at(zone, '2026-11-25T12:00:00Z');
  const next = new Date(Date.parse(day) + 24 * HOUR_MS).toISOString().slice(0, 10);
  expect(calendar.startOf(day).toISOString()).toBe(start);
  expect((calendar.startOf(next).getTime() - calendar.startOf(day).getTime()) / HOUR_MS).toBe(hours);
});

test('offset spans end at the minute of the DST change', () => {
  const spans = at('Australia/Lord_Howe', '2026-11-25T12:00:00Z').spansSince(new Date('2026-03-01T00:00:00Z'));
  expect(spans).toEqual([
    { until: new Date('2026-04-04T15:00:00Z'), offsetMinutes: 660 },
    { until: new Date('2026-10-03T15:30:00Z'), offsetMinutes: 630 },
    { offsetMinutes: 660 },
  ]);
});
