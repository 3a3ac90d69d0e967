import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalText, workingDay } from './delivery-dates.ts';

const christmas = ['2026-12-25', '2026-12-26', '2027-01-01'];

test.each([
  ['a Sunday', [2, 4], new Date(2026, 10, 29, 23, 30), 'Tue 1 – Thu 3 Dec'],
  ['across a weekend', [1, 3], new Date(2026, 11, 4), 'Mon 7 – Wed 9 Dec'],
  ['in two months', [1, 2], new Date(2026, 10, 27), 'Mon 30 Nov – Tue 1 Dec'],
  ['one day', [1, 1], new Date(2026, 11, 1), 'Wed 2 Dec'],
  ['the same day', [0, 0], new Date(2026, 11, 1), 'Tue 1 Dec'],
  ['the same day, on a Saturday', [0, 0], new Date(2026, 11, 5), 'Mon 7 Dec'],
  ['the same day, on a holiday', [0, 0], new Date(2026, 11, 25, 9), 'Mon 28 Dec'],
  ['over Christmas, of which one day is a Saturday', [2, 4], new Date(2026, 11, 23, 23, 30), 'Mon 28 – Wed 30 Dec'],
  ['at the end of a year', [2, 2], new Date(2026, 11, 31), 'Tue 5 Jan'],
  ['over Easter', [1, 3], new Date(2027, 2, 25), 'Tue 30 Mar – Thu 1 Apr'],
])('arrival: %s', (_, [minDays = 0, maxDays = 0], ordered, text) => {
  const holidays = [...christmas, '2027-03-26', '2027-03-29'];
  expect(arrivalText({ minDays, maxDays, holidays }, ordered)).toBe(text);
});

test('what is promised is never a holiday or a weekend, and as many days away as said', () => {
  const days = fc.integer({ min: 0, max: 500 }).map((days) => new Date(2026, 5, 1 + days));
  const isoDay = (day: Date) => [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(padded).join('-');
  const padded = (number: number) => String(number).padStart(2, '0');
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 20 }), fc.array(days), (from, count, free) => {
      const holidays = free.map(isoDay);
      const isWorking = (day: Date) => ![0, 6].includes(day.getDay()) && !holidays.includes(isoDay(day));
      const promised = workingDay(from, count, holidays);
      expect(isWorking(promised)).toBe(true);
      let between = 0;
      for (const day = new Date(from); day < promised; day.setDate(day.getDate() + 1)) {
        if (day > from && isWorking(day)) between += 1;
      }
      // On a day off, "the same day" is the next working day, from which nothing is counted.
      expect(between).toBe(Math.max(0, count - 1));
    }),
  );
});
