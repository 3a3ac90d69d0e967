import { describe, expect, it } from 'vitest';
import { productFieldNames } from '../fields/product-fields.ts';
import { variantColumns, variantFields } from '../fields/variant-fields.ts';
import {
  createInput,
  draftOf,
  emptyProduct,
  emptyVariant,
  type Product,
  type ProductDraft,
  productDraft,
  updateInput,
} from './draft.ts';
import { mergeProducts } from './merge.ts';
import { copyOf } from './options.ts';

const row = { ...emptyVariant, id: 1, sku: 'MUG-1', options: { Size: 'S' }, priceCents: 1250, stock: 7 };
const product: Product = {
  ...emptyProduct,
  name: 'Mug',
  slug: 'mug',
  id: 5,
  version: 3,
  variants: [row],
  createdAt: '2026-11-25T08:00:00.000Z',
  updatedAt: '2026-11-25T08:00:00.000Z',
};
const draft = draftOf(product);
/** A different value; it need not be valid. */
const other = (value: unknown) => (typeof value === 'number' ? value + 1 : `${value ?? ''}x`);
const withField = (name: string): ProductDraft => ({ ...draft, [name]: other(Reflect.get(draft, name)) });
const withVariant = (name: string): ProductDraft => ({
  ...draft,
  variants: [{ ...row, [name]: other(Reflect.get(row, name)) }],
});

it("the draft has every field of the API's input", () => {
  expect(Object.keys(draft).sort()).toEqual(
    [...productFieldNames, 'specification', 'texts', 'categorySlugs', 'images', 'variants'].sort(),
  );
  expect(productDraft.parse(draft)).toEqual(draft);
  const { id, ...entered } = row;
  expect(createInput(draft, true)).toEqual({ ...draft, variants: [entered] });
});

describe.each(productFieldNames)('%s of a product', (name) => {
  it('is sent alone when it was changed', () => {
    const { id, version, ...changed } = updateInput(product, withField(name));
    expect(changed).toEqual({ [name]: Reflect.get(withField(name), name) });
  });

  it("is merged with another admin's edit", () => {
    const merge = (mine: ProductDraft, theirs: ProductDraft) => mergeProducts({ base: draft, mine, theirs }, {});
    expect(merge(withField(name), draft).draft).toEqual(withField(name));
    expect(merge(draft, withField(name)).taken.map(({ path }) => path)).toEqual([name]);
  });
});

describe.each(variantColumns)('%s of a variant', (name) => {
  it('is sent when it was changed, with the stock the form started from', () => {
    const [variant] = withVariant(name).variants;
    expect(updateInput(product, withVariant(name))).toEqual({
      id: 5,
      version: 3,
      variants: [{ ...variant, stockBefore: 7 }],
    });
  });

  it("is merged with another admin's edit", () => {
    const merge = (mine: ProductDraft, theirs: ProductDraft) => mergeProducts({ base: draft, mine, theirs }, {});
    expect(merge(withVariant(name), draft).draft).toEqual(withVariant(name));
    expect(merge(draft, withVariant(name)).taken.map(({ path }) => path)).toEqual([`variants/1/${name}`]);
  });

  it('is copied if variants usually share it', () => {
    const is = { ...row, ...withVariant(name).variants[0] };
    expect(copyOf(is)[name]).toBe(variantFields[name].shared ? is[name] : emptyVariant[name]);
  });
});
