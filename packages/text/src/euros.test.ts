import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsText, formatCents, parseCents, shortCentsText } from './euros.ts';

describe('parseCents', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['12,50', 1250],
    [' € 4.35 ', 435],
    ['€50', 5000],
    ['50 €', 5000],
    ['EUR 50', 5000],
    ['50 euro', 5000],
    ['50,-', 5000],
    [',50', 50],
    ['1,000', 100_000],
    ['1.000', 100_000],
    ['1.00', 100],
    ['1 000', 100_000],
    ['1\u00a0000,5', 100_050],
    ["1'000.50", 100_050],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1.234,50 €', 123_450],
    ['1 234,5', 123_450],
    ['1,234,567.89', 123_456_789],
    ['1.234.567', 123_456_700],
    ['１２，５０', 1250],
    // As a float this is 113.99999999999999.
    ['1.14', 114],
  ])('reads %s', (text, cents) => {
    expect(parseCents(text)).toBe(cents);
  });

  it.each([
    ...['', ' ', '.', ',', '€', '-1', '1.2.3', '12,34,5', '1,23.4', '1,234,5', '1.234,567', '1,234.5.6', '0.125'],
    ...['1e3', 'abc', '12.', '12 50', '5€50', '1..000', '5²', '½', '0x10', 'Infinity', '9'.repeat(20)],
  ])('refuses "%s"', (text) => {
    expect(parseCents(text)).toBeNull();
  });
});

/** Up to the largest safe integer; a float of euros would be inexact far below that. */
const anyCents = fc.oneof(fc.maxSafeNat(), fc.nat({ max: 100_000 }), fc.constant(Number.MAX_SAFE_INTEGER));

it('every amount of cents round-trips through every notation', () => {
  const written = [
    centsText,
    shortCentsText,
    formatCents,
    (cents: number) => `€${centsText(cents)}`,
    (cents: number) => `${centsText(cents)} €`,
    (cents: number) => centsText(cents).replace('.', ','),
  ];
  fc.assert(
    fc.property(anyCents, fc.constantFrom(...written), (cents, write) => {
      expect(parseCents(write(cents))).toBe(cents);
    }),
    { numRuns: 1000 },
  );
});

it('every amount of cents below 200 euros round-trips', () => {
  for (let cents = 0; cents < 20_000; cents++) {
    expect([parseCents(centsText(cents)), parseCents(formatCents(cents))]).toEqual([cents, cents]);
  }
});

it('parses amounts formatted for other languages', () => {
  const locales = ['en-IE', 'de-DE', 'fr-FR', 'de-CH', 'es-ES', 'sv-SE'].map(
    (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }),
  );
  fc.assert(
    fc.property(fc.nat({ max: 2_000_000_000 }), fc.constantFrom(...locales), (cents, locale) => {
      expect(parseCents(locale.format(cents / 100))).toBe(cents);
    }),
    { numRuns: 500 },
  );
});

it('formatCents formats like Intl', () => {
  const intl = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (cents) => {
      expect(formatCents(cents)).toBe(intl.format(cents / 100));
    }),
  );
});
