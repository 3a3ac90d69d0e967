import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsText, parseCents, parseCount, parsePercent, shortCentsText } from './amount.ts';

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

it('reads back every amount, however it is written', () => {
  const writers = [
    centsText,
    shortCentsText,
    (cents: number) => `€${centsText(cents)}`,
    (cents: number) => centsText(cents).replace('.', ','),
    ...['en-IE', 'de-DE', 'fr-FR', 'de-CH', 'es-ES', 'sv-SE'].map((locale) => {
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, style: 'currency', currency: 'EUR' });
      return (cents: number) => format.format(cents / 100);
    }),
  ];
  fc.assert(
    fc.property(fc.nat({ max: 2_000_000_000 }), fc.constantFrom(...writers), (cents, write) => {
      expect(parseCents(write(cents))).toBe(cents);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['12', 12],
  ['1,000', 1000],
  ['1.000', 1000],
  ['1 000 000', 1_000_000],
  ['1.5', null],
  ['12.0', null],
  ['€5', null],
  ['-1', null],
  ['', null],
])('counts %s', (text, count) => {
  expect(parseCount(text)).toBe(count);
});

it.each([
  ['10', 10],
  ['-10', -10],
  ['+2.5 %', 2.5],
  ['−12,25%', -12.25],
  ['0', 0],
  ['-0', 0],
  ['1.234', 1234],
  ['', null],
  ['-', null],
  ['ten', null],
  ['1e3', null],
  ['--1', null],
  ['1.2345', null],
])('reads %s per cent', (text, percent) => {
  expect(parsePercent(text)).toBe(percent);
});
