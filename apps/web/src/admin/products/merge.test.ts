import { describe, expect, it } from 'vitest';
import { emptyProduct, emptyVariant, type ProductDraft } from './draft.ts';
import { mergeProducts } from './merge.ts';

const base: ProductDraft = {
  ...emptyProduct,
  name: 'Teapot',
  slug: 'teapot',
  description: 'Holds tea.',
  tagline: null,
  status: 'draft',
  specification: [
    { name: 'Material', value: 'Stoneware' },
    { name: 'Weight', value: '900 g' },
  ],
  categorySlugs: ['kitchen', 'tea'],
  images: [
    { url: '/media/a.webp', alt: 'Front' },
    { url: '/media/b.webp', alt: 'Back' },
  ],
  variants: [
    { ...emptyVariant, id: 1, sku: 'TEA-S', options: { Size: '0.8 l' }, priceCents: 3850, stock: 10 },
    { ...emptyVariant, id: 2, sku: 'TEA-L', options: { Size: '1.2 l' }, priceCents: 4200, stock: 4 },
  ],
};
const [small, large] = base.variants;
const [front, back] = base.images;
if (!small || !large || !front || !back) throw new Error('The base has two of each.');

const merge = (mine: Partial<ProductDraft>, theirs: Partial<ProductDraft>, choices = {}) =>
  mergeProducts({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } }, choices);

describe('mergeProducts', () => {
  it('identical edits make no conflict', () => {
    expect(merge({ name: 'Pot' }, { name: 'Pot' })).toEqual({
      draft: { ...base, name: 'Pot' },
      conflicts: [],
      taken: [],
    });
  });

  it('fields changed by one side only are merged and listed', () => {
    const { draft, conflicts, taken } = merge({ name: 'Pot' }, { description: 'Holds it warm.', status: 'active' });
    expect(draft).toEqual({ ...base, name: 'Pot', description: 'Holds it warm.', status: 'active' });
    expect(conflicts).toEqual([]);
    expect(taken.map(({ path, from }) => [path, from])).toEqual([
      ['name', 'mine'],
      ['description', 'theirs'],
      ['status', 'theirs'],
    ]);
  });

  it('facts are merged by their names', () => {
    const fact = (name: string, value: string) => ({ name, value });
    const mine = [fact('Material', 'Porcelain'), fact('Weight', '850 g'), fact('Care', 'Wash by hand')];
    const theirs = [fact('Material', 'Stoneware'), fact('weight', '880 g'), fact('Made in', 'Portugal')];
    const { draft, conflicts } = merge({ specification: mine }, { specification: theirs });
    expect(conflicts).toEqual([{ path: 'specification/weight', label: 'weight', mine: '850 g', theirs: '880 g' }]);
    expect(draft.specification).toEqual([
      ...mine.slice(0, 2),
      fact('Care', 'Wash by hand'),
      fact('Made in', 'Portugal'),
    ]);
  });

  it('a field changed by both is a conflict, decided by the choice', () => {
    const mine = { name: 'Pot', tagline: 'Dishwasher safe' };
    const theirs = { name: 'Kettle', tagline: 'Keeps warm' };
    const { conflicts } = merge(mine, theirs);
    expect(conflicts).toEqual([
      { path: 'name', label: 'Name', mine: 'Pot', theirs: 'Kettle' },
      { path: 'tagline', label: 'Card line', mine: 'Dishwasher safe', theirs: 'Keeps warm' },
    ]);
    const chosen = merge(mine, theirs, { name: 'theirs', tagline: 'mine' });
    expect(chosen.draft).toMatchObject({ name: 'Kettle', tagline: 'Dishwasher safe' });
    expect(chosen.conflicts).toEqual(conflicts);
  });

  it('categories added and removed by each side are combined', () => {
    const { draft, conflicts } = merge({ categorySlugs: ['kitchen', 'gifts'] }, { categorySlugs: ['tea', 'new'] });
    expect(draft.categorySlugs.toSorted()).toEqual(['gifts', 'new']);
    expect(conflicts).toEqual([]);
  });

  it('merges variants by id and field by field', () => {
    const { draft, conflicts, taken } = merge(
      { variants: [{ ...small, priceCents: 3900 }, large] },
      {
        variants: [
          { ...small, priceCents: 4000, stock: 8 },
          { ...large, sku: 'TEA-XL' },
        ],
      },
      { 'variants/1/priceCents': 'theirs' },
    );
    expect(conflicts).toEqual([
      { path: 'variants/1/priceCents', label: 'Price of TEA-S', mine: '€39.00', theirs: '€40.00' },
    ]);
    expect(taken.map(({ path, from }) => [path, from])).toEqual([
      ['variants/1/stock', 'theirs'],
      ['variants/2/sku', 'theirs'],
    ]);
    expect(draft.variants).toEqual([
      { ...small, priceCents: 4000, stock: 8 },
      { ...large, sku: 'TEA-XL' },
    ]);
  });

  it('the pictures that both chose are named by their descriptions', () => {
    const pictured = (imageUrl: string) => ({ variants: [{ ...small, imageUrl }, large] });
    const { conflicts } = merge(pictured(front.url), pictured(back.url));
    expect(conflicts).toEqual([
      { path: 'variants/1/imageUrl', label: 'Picture of TEA-S', mine: 'Image “Front”', theirs: 'Image “Back”' },
    ]);
  });

  it('new variants of both sides are kept, and those with the same SKU become one', () => {
    const added = { ...emptyVariant, options: { Size: '2 l' }, priceCents: 5000, stock: 1 };
    const { draft, conflicts } = merge(
      { variants: [small, large, { ...added, sku: 'TEA-M' }, { ...added, sku: 'TEA-XL' }] },
      { variants: [small, large, { ...added, id: 3, sku: 'TEA-XL', stock: 2 }] },
      { 'variants/3/stock': 'mine' },
    );
    expect(conflicts.map(({ path }) => path)).toEqual(['variants/3/stock']);
    expect(draft.variants.map(({ id, sku, stock }) => [id, sku, stock])).toEqual([
      [1, 'TEA-S', 10],
      [2, 'TEA-L', 4],
      [undefined, 'TEA-M', 1],
      [3, 'TEA-XL', 1],
    ]);
  });

  describe('stock that was sold meanwhile', () => {
    const mergeStock = (typed: number, now: number, choices = {}) =>
      mergeProducts(
        {
          base,
          mine: { ...base, variants: [{ ...small, stock: typed }, large] },
          theirs: { ...base, variants: [{ ...small, stock: now }, large] },
        },
        choices,
        true,
      );
    const path = 'variants/1/stock';
    const label = 'Stock of TEA-S';

    it.each([
      [15, 7, 12, '10 → 15 typed, 3 sold meanwhile: 12'],
      [4, 7, 1, '10 → 4 typed, 3 sold meanwhile: 1'],
      [7, 7, 4, '10 → 7 typed, 3 sold meanwhile: 4'],
      [3000, 9, 2999, '10 → 3,000 typed, 1 sold meanwhile: 2,999'],
    ])('a stock of 10 edited to %i is applied as a difference to the %i left', (typed, now, sum, value) => {
      const { draft, conflicts, taken } = mergeStock(typed, now);
      expect(draft.variants[0]?.stock).toBe(sum);
      expect(conflicts).toEqual([]);
      expect(taken).toEqual([{ path, label, value, from: 'both' }]);
    });

    it('an unedited stock takes its current value', () => {
      const { draft, conflicts, taken } = mergeStock(10, 7);
      expect(draft.variants[0]?.stock).toBe(7);
      expect(conflicts).toEqual([]);
      expect(taken).toEqual([{ path, label, value: '7', from: 'theirs' }]);
    });

    it('is a conflict if less is left than was taken away', () => {
      const { conflicts } = mergeStock(0, 7);
      expect(conflicts).toEqual([{ path, label, mine: '0', theirs: '7' }]);
      expect(mergeStock(0, 7, { [path]: 'mine' }).draft.variants[0]?.stock).toBe(0);
      expect(mergeStock(0, 7, { [path]: 'theirs' }).draft.variants[0]?.stock).toBe(7);
    });

    it('is a conflict if there is more than before, since someone may have counted', () => {
      const { conflicts } = mergeStock(15, 12);
      expect(conflicts).toEqual([{ path, label, mine: '17 (10 → 15 typed, 2 more meanwhile)', theirs: '12' }]);
      expect(mergeStock(15, 12, { [path]: 'mine' }).draft.variants[0]?.stock).toBe(17);
      expect(mergeStock(15, 12, { [path]: 'theirs' }).draft.variants[0]?.stock).toBe(12);
    });

    it('is a conflict if both have set a number', () => {
      const set = (stock: number) => ({ variants: [{ ...small, stock }, large] });
      expect(merge(set(15), set(20)).conflicts).toEqual([{ path, label, mine: '15', theirs: '20' }]);
    });
  });

  it('a variant removed by one side and untouched by the other is removed', () => {
    expect(merge({ variants: [small] }, { name: 'Kettle' }).draft.variants).toEqual([small]);
    expect(merge({ name: 'Pot' }, { variants: [small] }).draft.variants).toEqual([small]);
  });

  it('a variant removed by one side and changed by the other is a conflict', () => {
    const theirs = { variants: [small, { ...large, stock: 40 }] };
    const { conflicts } = merge({ variants: [small] }, theirs);
    expect(conflicts).toEqual([{ path: 'variants/2', label: 'TEA-L', mine: 'Removed', theirs: '€42.00, 40 in stock' }]);
    expect(merge({ variants: [small] }, theirs, { 'variants/2': 'mine' }).draft.variants).toEqual([small]);
    expect(merge({ variants: [small] }, theirs, { 'variants/2': 'theirs' }).draft.variants).toEqual(theirs.variants);
  });

  it('a reordering by one side is kept, with new items last', () => {
    const added = { url: '/media/c.webp', alt: 'Open' };
    expect(merge({ images: [back, front] }, { images: [front, back, added] }).draft.images).toEqual([
      back,
      front,
      added,
    ]);
    expect(merge({ images: [front, back, added] }, { images: [back, front] }).draft.images).toEqual([
      back,
      front,
      added,
    ]);
  });

  it('two different reorderings are a conflict', () => {
    const third = { ...small, id: 3, sku: 'TEA-M' };
    const orders = (choices = {}) =>
      mergeProducts(
        {
          base: { ...base, variants: [small, large, third] },
          mine: { ...base, variants: [large, small, third] },
          theirs: { ...base, variants: [third, small, large] },
        },
        choices,
      );
    expect(orders().conflicts).toEqual([
      {
        path: 'variants/order',
        label: 'Order of variants',
        mine: 'TEA-L, TEA-S, TEA-M',
        theirs: 'TEA-M, TEA-S, TEA-L',
      },
    ]);
    expect(orders({ 'variants/order': 'theirs' }).draft.variants.map(({ id }) => id)).toEqual([3, 1, 2]);
  });
});
