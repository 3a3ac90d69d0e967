import { expect, test } from 'vitest';
import { assortmentOf } from './assortment.ts';
import { hasWanted } from './chosen.ts';
import { facetsOf } from './facets.ts';

const inStock = (...all: Record<string, string>[]) => all.map((options) => ({ options, stock: 1 }));
const shirt = assortmentOf(inStock({ Size: 'M', Colour: 'Sand' }, { Size: 'L', Colour: 'Moss' }));
const mug = assortmentOf(inStock({ Colour: 'Sand' }, { Colour: 'Clay' }));
const groups = [
  { assortment: shirt, count: 2 },
  { assortment: mug, count: 3 },
];
const counts = (chosen: Record<string, string[]>) =>
  Object.fromEntries(
    facetsOf(groups, chosen).map(({ name, values }) => [name, values.map(({ value, count }) => `${value} ${count}`)]),
  );

test('an assortment is that of the variants for sale, the same in whatever order they are', () => {
  const { options } = { options: { Colour: 'Clay' } };
  expect(assortmentOf([...inStock({ b: '1', a: '2' }, { a: '1', b: '2' }), { options, stock: 0 }])).toEqual(
    assortmentOf(inStock({ b: '2', a: '1' }, { a: '2', b: '1' })),
  );
  expect(assortmentOf([{ options, stock: 0 }])).toEqual([options]);
  expect(assortmentOf(inStock({}))).toEqual([]);
});

test('several values of an option are alternatives, and one variant must have all options', () => {
  expect(hasWanted(shirt, { Size: ['M', 'S'], Colour: ['Sand'] })).toBe(true);
  expect(hasWanted(shirt, { Size: ['M'], Colour: ['Moss'] })).toBe(false);
  expect(hasWanted(mug, { Size: ['M'] })).toBe(false);
  expect(hasWanted(mug, { constructor: ['M'] })).toBe(false);
  expect(hasWanted([], {})).toBe(true);
});

test('the values of an option are counted with what is chosen of the others', () => {
  expect(counts({})).toEqual({ Colour: ['Clay 3', 'Moss 2', 'Sand 5'], Size: ['M 2', 'L 2'] });
  expect(counts({ Size: ['M'] })).toEqual({ Colour: ['Clay 0', 'Moss 0', 'Sand 2'], Size: ['M 2', 'L 2'] });
  expect(counts({ Colour: ['Clay'] })).toEqual({ Colour: ['Clay 3', 'Moss 2', 'Sand 5'] });
  expect(counts({ Colour: ['Moss', 'Clay'] })).toEqual({
    Colour: ['Clay 3', 'Moss 2', 'Sand 5'],
    Size: ['M 0', 'L 2'],
  });
});

test('an option with one value is left out, and of many the rarest, unless they are chosen', () => {
  const one = { count: 1, assortment: [{ Material: 'Wool' }] };
  expect(facetsOf([one], {})).toEqual([]);
  expect(facetsOf([one], { Material: ['Wool'] })).toHaveLength(1);
  const many = Array.from({ length: 30 }, (_, n) => ({ count: 30 - n, assortment: [{ Length: `${n + 1} m` }] }));
  const lengths = (chosen: string[]) => facetsOf(many, { Length: chosen })[0]?.values.map(({ value }) => value);
  expect(lengths([])).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 1} m`));
  expect(lengths(['30 m'])?.at(-1)).toBe('30 m');
  const options = Array.from({ length: 6 }, (_, n) => [`Option ${n}`, 'Yes'] as const);
  const wide = [{ count: 1, assortment: [Object.fromEntries(options), { 'Option 5': 'No', 'Option 4': 'No' }] }];
  expect(facetsOf(wide, {}).map(({ name }) => name)).toEqual(['Option 4', 'Option 5']);
});
