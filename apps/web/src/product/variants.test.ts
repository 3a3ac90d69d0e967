import { describe, expect, it } from 'vitest';
import { type Choice, choicesFor, imageOf, nearest, optionNames, startingVariant } from './variants.ts';

const variant = (sku: string, options: Record<string, string>, stock: number): Choice => ({ sku, options, stock });

const midnightShort = variant('MID-12', { Colour: 'Midnight', Cable: '1.2 m' }, 0);
const midnightLong = variant('MID-3', { Colour: 'Midnight', Cable: '3 m' }, 2);
const sandShort = variant('SAN-12', { Colour: 'Sand', Cable: '1.2 m' }, 5);
const mossShort = variant('MOS-12', { Colour: 'Moss', Cable: '1.2 m' }, 0);
const variants = [midnightShort, midnightLong, sandShort, mossShort];

describe('startingVariant', () => {
  it('is the one named in the URL, even if sold out', () => {
    expect(startingVariant(variants, 'MOS-12')).toBe(mossShort);
  });

  it.each([null, 'NO-SUCH'])('is the first in stock for %s', (sku) => {
    expect(startingVariant(variants, sku)).toBe(midnightLong);
  });

  it('is the first if all are sold out', () => {
    expect(startingVariant([mossShort, midnightShort], null)).toBe(mossShort);
  });

  it('is undefined without variants', () => {
    expect(startingVariant([], null)).toBeUndefined();
  });
});

it("optionNames keeps the product's order", () => {
  expect(optionNames(variants)).toEqual(['Colour', 'Cable']);
  expect(optionNames([variant('ONE', {}, 1)])).toEqual([]);
});

it('choicesFor says which values are available with the other choices', () => {
  expect(choicesFor(variants, 'Colour', sandShort)).toEqual([
    { value: 'Midnight', available: false },
    { value: 'Sand', available: true },
    { value: 'Moss', available: false },
  ]);
});

describe('nearest', () => {
  it('keeps the other choices if possible', () => {
    expect(nearest(variants, sandShort, 'Colour', 'Midnight')).toBe(midnightShort);
  });

  it('takes another combination if this one does not exist', () => {
    expect(nearest(variants, sandShort, 'Cable', '3 m')).toBe(midnightLong);
  });

  it('keeps the current variant for an unknown value', () => {
    expect(nearest(variants, sandShort, 'Colour', 'Gold')).toBe(sandShort);
  });
});

it('imageOf finds its picture, or the image whose description names the choices, or takes the first', () => {
  const images = ['A lamp', 'A lamp, in sand.', 'A sandy lamp in midnight, 3 m of cable'].map((alt, at) => ({
    url: `/media/${at}.webp`,
    alt,
  }));
  const unpictured = ({ options }: Choice) => ({ options, imageUrl: null });
  expect(imageOf(images, unpictured(sandShort))).toBe(1);
  expect(imageOf(images, { ...sandShort, imageUrl: '/media/2.webp' })).toBe(2);
  expect(imageOf(images, { ...sandShort, imageUrl: '/media/gone.webp' })).toBe(1);
  expect(imageOf(images, unpictured(midnightLong))).toBe(2);
  expect(imageOf(images, unpictured(mossShort))).toBe(0);
  expect(imageOf([], unpictured(mossShort))).toBe(0);
});
