import { describe, expect, it } from 'vitest';
import { type Choice, choicesFor, nearest, optionNames, startingVariant } from './variants.ts';

const variant = (sku: string, options: Record<string, string>, stock: number): Choice => ({ sku, options, stock });

const midnightShort = variant('MID-12', { Colour: 'Midnight', Cable: '1.2 m' }, 0);
const midnightLong = variant('MID-3', { Colour: 'Midnight', Cable: '3 m' }, 2);
const sandShort = variant('SAN-12', { Colour: 'Sand', Cable: '1.2 m' }, 5);
const mossShort = variant('MOS-12', { Colour: 'Moss', Cable: '1.2 m' }, 0);
const variants = [midnightShort, midnightLong, sandShort, mossShort];

describe('startingVariant', () => {
  it('is the one of the address, even sold out', () => {
    expect(startingVariant(variants, 'MOS-12')).toBe(mossShort);
  });

  it.each([null, 'NO-SUCH'])('is the first that can be had for %s', (sku) => {
    expect(startingVariant(variants, sku)).toBe(midnightLong);
  });

  it('is the first when all is sold out', () => {
    expect(startingVariant([mossShort, midnightShort], null)).toBe(mossShort);
  });

  it('is none without variants', () => {
    expect(startingVariant([], null)).toBeUndefined();
  });
});

it('names the options in the order of the product', () => {
  expect(optionNames(variants)).toEqual(['Colour', 'Cable']);
  expect(optionNames([variant('ONE', {}, 1)])).toEqual([]);
});

it('says which values can be had with what else is chosen', () => {
  expect(choicesFor(variants, 'Colour', sandShort)).toEqual([
    { value: 'Midnight', available: false },
    { value: 'Sand', available: true },
    { value: 'Moss', available: false },
  ]);
});

describe('nearest', () => {
  it('keeps the other choices where it can', () => {
    expect(nearest(variants, sandShort, 'Colour', 'Midnight')).toBe(midnightShort);
  });

  it('takes another combination where this one does not exist', () => {
    expect(nearest(variants, sandShort, 'Cable', '3 m')).toBe(midnightLong);
  });

  it('stays where it is for a value that nothing has', () => {
    expect(nearest(variants, sandShort, 'Colour', 'Gold')).toBe(sandShort);
  });
});
