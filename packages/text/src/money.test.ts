import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { setCurrency } from './currency.ts';
import { knownCurrency } from './known-currency.ts';
import { centsText, formatCents, parseCents } from './money.ts';
import { centsOfShortText, inUnits, moneyFormat, shortCentsText } from './money-format.ts';

const euro = { code: 'EUR', digits: 2 };

afterEach(() => setCurrency(euro));

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

/** Up to what `Intl` writes without rounding. */
const anyCents = fc.oneof(fc.nat({ max: 100_000 }), fc.integer({ min: 0, max: 1e14 }));

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

it('URLs keep every price', () => {
  fc.assert(fc.property(fc.nat({ max: 100_000_000 }), (cents) => centsOfShortText(shortCentsText(cents)) === cents));
});

it.each(['', '.', '1.2.3', '0.125', '-1', '1e3', 'NaN', ' ', '0x10'])('a URL with "%s" has no price', (text) => {
  expect(centsOfShortText(text)).toBeNull();
});

it('every field keeps the largest amounts', () => {
  expect(parseCents(centsText(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
});

it.each(['JPY', 'USD', 'CHF', 'SEK', 'GBP', 'PLN', 'KWD', 'BHD'])('amounts of %s round-trip', (code) => {
  setCurrency(knownCurrency(code) ?? euro);
  const formats = ['en-GB', 'de'].map((locale) => moneyFormat(locale));
  const written = [
    ...formats.map((format) => (cents: number) => format.format(inUnits(cents))),
    ...[centsText, shortCentsText, formatCents],
    (cents: number) => `${centsText(cents).replace('.', ',')} ${code}`,
  ];
  fc.assert(
    fc.property(anyCents, fc.constantFrom(...written), (cents, write) => {
      expect(parseCents(write(cents))).toBe(cents);
    }),
  );
});

describe('another currency', () => {
  it.each([
    ['JPY', 1234, '¥1,234', '1234', '1234'],
    ['USD', 123_450, '$1,234.50', '1234.50', '1234.50'],
    ['KWD', 1_234_500, 'KWD\u00a01,234.500', '1234.500', '1234.500'],
    ['KWD', 2000, 'KWD\u00a02.000', '2.000', '2'],
  ])('%s %i is %s', (code, cents, ...texts) => {
    setCurrency(knownCurrency(code) ?? euro);
    expect([formatCents(cents), centsText(cents), shortCentsText(cents)]).toEqual(texts);
    expect(centsOfShortText(shortCentsText(cents))).toBe(cents);
  });

  it.each([
    ['JPY', '1,000 yen', 1000],
    ['JPY', '12.50', null],
    ['USD', '$ 5', 500],
    ['USD', '5 dollars', 500],
    ['USD', '5 €', null],
    // Rather what a field shows than a thousand.
    ['KWD', '1.000', 1000],
    ['KWD', '1,234,567', 1_234_567_000],
  ])('in %s, %s is %s', (code, text, cents) => {
    setCurrency(knownCurrency(code) ?? euro);
    expect(parseCents(text)).toBe(cents);
  });

  it.each(['ZZZ', 'XXX', 'XDR', '', 'EU', 'euro'])('"%s" is none', (code) => {
    expect(knownCurrency(code)).toBeNull();
  });
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
