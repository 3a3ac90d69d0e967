import { describe, expect, it } from 'vitest';
import { emptyVariant, type VariantDraft } from './draft.ts';
import { addOption, blankLike, copyOf, removeOption, renameOption } from './options.ts';

const small: VariantDraft = {
  ...emptyVariant,
  id: 1,
  sku: 'TEA-S',
  options: { Size: '0.8 l', Glaze: 'Sand' },
  priceCents: 3850,
  stock: 3,
};
const large: VariantDraft = {
  ...emptyVariant,
  id: 2,
  sku: 'TEA-L',
  options: { Size: '1.2 l', Glaze: 'Ink' },
  priceCents: 4200,
  stock: 0,
};
const optionsOf = (variants: VariantDraft[]) => variants.map(({ options }) => Object.entries(options).flat());

describe('the options of all variants', () => {
  it('addOption picks a free name', () => {
    expect(optionsOf(addOption([small]))).toEqual([['Size', '0.8 l', 'Glaze', 'Sand', 'Colour', '']]);
    expect(addOption([{ ...small, options: {} }])[0]?.options).toEqual({ Size: '' });
  });

  it('renameOption keeps the position', () => {
    expect(optionsOf(renameOption([small, large], 'Size', ' Volume '))).toEqual([
      ['Volume', '0.8 l', 'Glaze', 'Sand'],
      ['Volume', '1.2 l', 'Glaze', 'Ink'],
    ]);
  });

  it.each(['Glaze', 'Size', ' '])('renameOption refuses the name "%s"', (name) => {
    expect(renameOption([small], 'Size', name)).toEqual([small]);
  });

  it('removeOption removes it from all variants', () => {
    expect(optionsOf(removeOption([small, large], 'Size'))).toEqual([
      ['Glaze', 'Sand'],
      ['Glaze', 'Ink'],
    ]);
  });
});

it('copyOf leaves out id, SKU and stock', () => {
  expect(copyOf(small)).toEqual({ ...emptyVariant, options: small.options, priceCents: 3850 });
});

it('blankLike makes an empty row with the same options', () => {
  expect(blankLike([small, large])).toEqual({
    ...emptyVariant,
    options: { Size: '', Glaze: '' },
    priceCents: 4200,
  });
  expect(blankLike([])).toMatchObject({ options: {}, priceCents: Number.NaN });
});
