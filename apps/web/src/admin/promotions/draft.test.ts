import { describe, expect, test } from 'vitest';
import { draftOf, type Promotion, promotionForm } from './draft.ts';

const draft = { ...draftOf(undefined), code: 'SAVE', value: '10' };

/** What the form sends, or what it says about a field. */
function sent(typed: Partial<typeof draft>) {
  const { data, error } = promotionForm.safeParse({ ...draft, ...typed });
  return data ?? Object.fromEntries((error?.issues ?? []).toReversed().map(({ path, message }) => [path[0], message]));
}

test.each([
  ['1.000', 1000],
  ['1 000', 1000],
  ['１０', 10],
  ['1e3', undefined],
  ['0x10', undefined],
])('uses typed as %s are read like any other count', (text, count) => {
  const refused = { usageLimit: 'Please enter a number.', perCustomerLimit: 'Please enter a number.' };
  const read = count === undefined ? refused : { usageLimit: count, perCustomerLimit: count };
  expect(sent({ usageLimit: text, perCustomerLimit: text })).toMatchObject(read);
});

test.each([
  ['１０ %', 10],
  ['1e1', 'Please enter a number.'],
  ['12,5', 'Whole numbers only.'],
  ['-5', 'This cannot be negative.'],
  ['', 'Please enter a number.'],
])('percent typed as "%s" are read like any other percentage', (value, read) => {
  expect(sent({ value })).toMatchObject({ value: read });
});

test('amounts that are too high are refused in words', () => {
  const words = { value: 'This is too high.', minSubtotal: 'This is too high.' };
  expect(sent({ kind: 'fixed', value: '99999999999', minSubtotal: '99999999999' })).toMatchObject(words);
});

describe('times', () => {
  test('that were not touched stay as they are, to the millisecond', () => {
    const times = { startsAt: '2026-12-01T00:00:30.000Z', endsAt: '2026-12-31T23:59:59.999Z' };
    const promotion: Promotion = {
      ...{ id: 1, version: 1, code: 'SAVE', kind: 'percent', value: 10, minSubtotalCents: null },
      ...{ categorySlugs: [], usageLimit: null, perCustomerLimit: null, active: true, used: 0, ...times },
    };
    expect(promotionForm.parse(draftOf(promotion))).toMatchObject(times);
  });

  test('in a year with five digits are refused in words', () => {
    expect(sent({ endsAt: '20261-01-01T10:00' })).toEqual({ endsAt: 'Use a year between 1000 and 9999.' });
  });
});
