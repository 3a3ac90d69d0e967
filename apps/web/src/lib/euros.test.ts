import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eurosText, parseEuros } from './euros.ts';

describe('parseEuros', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['12,50', 1250],
    [' € 4.35 ', 435],
    ['1,234', 123_400],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234,5', 123_450],
    ['1,234,567.89', 123_456_789],
    // As floats these are 113.99999999999999 and 100.49999999999999.
    ['1.14', 114],
    ['1.005', null],
  ])('reads %s', (text, cents) => {
    expect(parseEuros(text)).toBe(cents);
  });

  it.each(['', '.', '-1', '1.2.3', '1.234', '12,34,5', '1,23.4', '1e3', 'abc', '12.', '9'.repeat(20)])(
    'refuses "%s"',
    (text) => {
      expect(parseEuros(text)).toBeNull();
    },
  );
});

it('reads back every amount that it writes', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (cents) => {
      expect(parseEuros(eurosText(cents))).toBe(cents);
    }),
  );
});
