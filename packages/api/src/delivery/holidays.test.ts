import { expect, test } from 'vitest';
import { Calendar } from '../shared/calendar.ts';
import { areHolidaysKnown, Holidays } from './holidays.ts';

const on = (day: string, region: string | null) =>
  new Holidays(new Calendar('Europe/Berlin', () => Date.parse(`${day}T12:00:00Z`)), region);

test('over Christmas, of both years, and over Easter', async () => {
  const days = await on('2026-11-29', 'DE').towards(undefined);
  expect(days).toEqual(['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29']);
});

test('a part of a country has holidays of its own', async () => {
  expect(await on('2027-01-10', 'DE-BE').towards(undefined)).toContain('2027-03-08');
  expect(await on('2027-01-10', 'DE-BY').towards(undefined)).not.toContain('2027-03-08');
  expect(await on('2027-01-10', 'DE-BY').towards(undefined)).toContain('2027-01-06');
});

test('those of the destination count, too', async () => {
  const holidays = on('2026-11-29', 'DE');
  expect(await holidays.towards('GB')).toEqual([
    ...['2026-12-25', '2026-12-26', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29'],
  ]);
  expect(await holidays.towards('DE')).toEqual(await holidays.towards(undefined));
  expect(await on('2026-11-29', null).towards('US')).toContain('2026-12-25');
});

test('without a region, only those of the destination count, and a country of unknown holidays has none', async () => {
  expect(await on('2026-11-29', null).towards(undefined)).toEqual([]);
  expect(await on('2026-11-29', null).towards('XX')).toEqual([]);
});

test.each([
  ['DE', true],
  ['DE-BE', true],
  ['DE-ZZ', false],
  ['XX', false],
])('the holidays of %s are known: %s', async (region, known) => {
  expect(await areHolidaysKnown(region)).toBe(known);
});
