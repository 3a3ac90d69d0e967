import { expect, it } from 'vitest';
import { emptyProduct, emptyVariant, type Product } from './draft.ts';
import { movedMeanwhile } from './meanwhile.ts';

const red = { ...emptyVariant, id: 1, sku: 'MUG-R', options: { Colour: 'Red', Size: 'L' }, priceCents: 900, stock: 42 };
const blue = { ...red, id: 2, sku: 'MUG-B', options: { Colour: 'Blue', Size: 'L' }, stock: 5 };
const productOf = (...variants: Product['variants']): Product => ({
  ...emptyProduct,
  id: 5,
  version: 3,
  variants,
  createdAt: '2026-11-25T08:00:00.000Z',
  updatedAt: '2026-11-25T08:00:00.000Z',
});

it.each([
  ['nothing', [red], [red], null],
  ['a sale of the only one', [red], [{ ...red, stock: 41 }], 'Sold 1 meanwhile, 41 left'],
  ['a sale of one of several', [red, blue], [red, { ...blue, stock: 3 }], 'Sold 2 meanwhile, 3 of Blue / L left'],
  [
    'sales of several',
    [red, blue],
    [
      { ...red, stock: 40 },
      { ...blue, stock: 3 },
    ],
    'Sold 4 meanwhile',
  ],
  ['a return', [red], [{ ...red, stock: 43 }], '1 came back meanwhile, 43 left'],
  [
    'both',
    [red, blue],
    [
      { ...red, stock: 41 },
      { ...blue, stock: 7 },
    ],
    'Sold 1, 2 came back meanwhile',
  ],
])('%s', (_, was, is, words) => {
  expect(movedMeanwhile(was, productOf(...is))).toBe(words);
});

it('a new variant has no past', () => {
  const entered = [red, { ...emptyVariant, sku: 'MUG-G', stock: 3 }];
  expect(movedMeanwhile(entered, productOf(red, { ...blue, sku: 'MUG-G', stock: 3 }))).toBeNull();
});
