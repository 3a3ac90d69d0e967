import { expect, test } from 'vitest';
import { Calendar } from '../../shared/calendar.ts';
import { periodsOf } from './service.ts';

test('days begin and end where the store is, also when its clocks are changed', () => {
  const calendar = new Calendar('Europe/Berlin', () => Date.parse('2026-03-29T22:30:00Z'));
  expect(periodsOf(calendar)).toEqual({
    timeZone: 'Europe/Berlin',
    today: { from: '2026-03-29T22:00:00.000Z', to: '2026-03-30T21:59:59.999Z' },
    // An hour was left out.
    yesterday: { from: '2026-03-28T23:00:00.000Z', to: '2026-03-29T21:59:59.999Z' },
    month: { from: '2026-02-28T23:00:00.000Z', to: '2026-03-30T21:59:59.999Z' },
  });
});
