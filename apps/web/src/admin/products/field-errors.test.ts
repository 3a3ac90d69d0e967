import { expect, it } from 'vitest';
import { productFieldNames } from '../fields/product-fields.ts';
import { variantColumns } from '../fields/variant-fields.ts';
import { fieldErrorsIn } from './field-errors.ts';

const wrong = { type: 'custom', message: 'No.', ref: { name: 'x', message: 'No fault.' } };
const labels = (errors: object, variants = 2) => fieldErrorsIn(errors, variants).map(({ label }) => label);

it('lists every field with an error by its label', () => {
  const errors = {
    name: wrong,
    categorySlugs: [wrong],
    images: [undefined, { alt: wrong }],
    variants: [undefined, { priceCents: wrong, options: { ...wrong, Size: wrong, message: wrong } }],
  };
  expect(fieldErrorsIn(errors, 2)).toEqual([
    { name: 'name', label: 'Name' },
    { name: 'categorySlugs.0', label: 'Categories' },
    { name: 'images.1.alt', label: 'Description of image 2' },
    { name: 'variants.1.priceCents', label: 'Price of variant 2' },
    { name: 'variants.1.options.message', label: 'message of variant 2' },
    { name: 'variants.1.options.Size', label: 'Size of variant 2' },
  ]);
  expect(labels({ variants: [{ options: wrong, stock: wrong }] }, 1)).toEqual(['Options', 'Stock']);
  expect(labels({ variants: { root: wrong } })).toEqual(['Variants']);
});

it('every field has a label', () => {
  for (const name of productFieldNames) expect(labels({ [name]: wrong })).not.toEqual([name]);
  for (const name of variantColumns) expect(labels({ variants: [{ [name]: wrong }] }, 1)).not.toEqual(['Variant']);
});
