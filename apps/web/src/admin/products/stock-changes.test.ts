import { expect, it } from 'vitest';
import { draftOf, emptyProduct, emptyVariant, type Product } from './draft.ts';
import { mayBeSold, rebaseDraft, stockChangesUnder, stockChangeText } from './stock-changes.ts';

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
  ['no change', [red], [red], null],
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
  ['a return', [red], [{ ...red, stock: 43 }], '1 returned meanwhile, 43 left'],
  [
    'both',
    [red, blue],
    [
      { ...red, stock: 41 },
      { ...blue, stock: 7 },
    ],
    'Sold 1, 2 returned meanwhile',
  ],
])('%s', (_, was, is, words) => {
  expect(stockChangeText(was, productOf(...is))).toBe(words);
});

it('a new variant has no stock changes', () => {
  const entered = [red, { ...emptyVariant, sku: 'MUG-G', stock: 3 }];
  expect(stockChangeText(entered, productOf(red, { ...blue, sku: 'MUG-G', stock: 3 }))).toBeNull();
});

it('rebaseDraft keeps edited stock and updates the rest', () => {
  const began = productOf(red, blue);
  const current = productOf({ ...red, stock: 40 }, { ...blue, stock: 1 });
  const mine = {
    ...draftOf(began),
    variants: [red, { ...blue, stock: 0 }, { ...emptyVariant, sku: 'MUG-G', stock: 3 }],
  };
  expect(rebaseDraft(current, began, mine).variants.map(({ stock }) => stock)).toEqual([40, 0, 3]);
  expect(stockChangesUnder(current, began, mine)).toEqual([
    { index: 1, moved: 'Sold 4 meanwhile, 1 of Blue / L left' },
  ]);
});

it('mayBeSold compares versions: one edit is one increment', () => {
  const began = productOf(red);
  expect(mayBeSold(began, { ...began, version: 4 })).toBe(false);
  expect(mayBeSold(began, { ...began, version: 5 })).toBe(true);
});
