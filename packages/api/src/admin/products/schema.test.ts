import { expect, test } from 'vitest';
import { fieldErrorsOf } from '../../shared/field-errors.ts';
import { createProductInput, updateProductInput } from './schema.ts';

const variant = { sku: 'MUG', options: {}, priceCents: 1000, stock: 1 };
const product = { name: 'Mug', description: '', status: 'draft', categorySlugs: [], variants: [variant] };

/** The fields with errors. */
function invalidFields(input: object): string[] {
  const parsed = createProductInput.safeParse(input);
  return parsed.success ? [] : Object.keys(fieldErrorsOf(parsed.error)).sort();
}

test('the required fields alone are accepted', () => {
  expect(createProductInput.parse(product)).toEqual({ ...product, images: [], specification: [] });
  expect(invalidFields({})).toEqual(['categorySlugs', 'description', 'name', 'status', 'variants']);
});

test.each([
  ['no name', { name: '  ' }, 'name'],
  ['a name that is too long', { name: 'x'.repeat(161) }, 'name'],
  ['a slug with blanks', { slug: 'A mug' }, 'slug'],
  ['a description that the column cannot hold', { description: 'x'.repeat(10_001) }, 'description'],
  ['a long tagline', { tagline: 'x'.repeat(41) }, 'tagline'],
  ['an unknown status', { status: 'sold' }, 'status'],
  ['an unknown field', { price: 1 }, 'price'],
  ['no variant', { variants: [] }, 'variants'],
  [
    'too many variants',
    { variants: Array.from({ length: 101 }, (_, n) => ({ ...variant, sku: `${n}`, options: { n: `${n}` } })) },
    'variants',
  ],
  ['too many images', { images: Array.from({ length: 21 }, () => ({ url: '/media/a.webp', alt: '' })) }, 'images'],
  ['no SKU', { variants: [{ ...variant, sku: ' ' }] }, 'variants.0.sku'],
  ['a negative price', { variants: [{ ...variant, priceCents: -1 }] }, 'variants.0.priceCents'],
  ['half a cent', { variants: [{ ...variant, priceCents: 0.5 }] }, 'variants.0.priceCents'],
  ['a price above the maximum', { variants: [{ ...variant, priceCents: 100_000_001 }] }, 'variants.0.priceCents'],
  ['a negative stock', { variants: [{ ...variant, stock: -1 }] }, 'variants.0.stock'],
  ['a stock above the maximum', { variants: [{ ...variant, stock: 1_000_001 }] }, 'variants.0.stock'],
  ['an option without a value', { variants: [{ ...variant, options: { Size: '' } }] }, 'variants.0.options.Size'],
])('%s is refused with a field error', (_, fields, field) => {
  expect(invalidFields({ ...product, ...fields })).toEqual([field]);
});

test('values at their limits are accepted', () => {
  const fields = {
    name: 'x'.repeat(160),
    slug: 'x'.repeat(160),
    description: 'x'.repeat(10_000),
    tagline: 'x'.repeat(40),
  };
  expect(
    invalidFields({
      ...product,
      ...fields,
      variants: [{ ...variant, sku: 'x'.repeat(64), priceCents: 100_000_000, stock: 1_000_000 }],
    }),
  ).toEqual([]);
});

test('line breaks are normalized and surrounding whitespace is removed', () => {
  const parsed = createProductInput.parse({ ...product, name: ' Mug ', description: ' One\r\nTwo\rThree\n' });
  expect(parsed).toMatchObject({ name: 'Mug', description: 'One\nTwo\nThree' });
});

test.each([
  'https://elsewhere.example/mug.webp',
  '//elsewhere.example/mug.webp',
  '/media/../secret.webp',
  '/media/mug.svg',
  '/mediamug.webp',
  'javascript:alert(1)',
  '/media/a b.webp',
])('an image at %s is refused', (url) => {
  expect(invalidFields({ ...product, images: [{ url, alt: '' }] })).toEqual(['images.0.url']);
});

test.each(['/media/1f3a7.webp', `/media/uploads/${'a'.repeat(64)}-640.webp`])('an image at %s is accepted', (url) => {
  expect(invalidFields({ ...product, images: [{ url, alt: '' }] })).toEqual([]);
});

const options = (...all: Record<string, string>[]) => ({
  ...product,
  variants: all.map((options, n) => ({ ...variant, sku: `MUG-${n}`, options })),
});

test('duplicate SKUs and inconsistent options across variants are refused', () => {
  expect(invalidFields({ ...product, variants: [variant, { ...variant, options: {} }] })).toEqual([
    'variants.1.options',
    'variants.1.sku',
  ]);
  expect(invalidFields(options({ Size: 'S' }, { Size: 'M' }, { Size: 'S' }))).toEqual(['variants.2.options']);
  expect(invalidFields(options({ Size: 'S' }, { Colour: 'Red' }, {}))).toEqual([
    'variants.1.options',
    'variants.2.options',
  ]);
  expect(invalidFields(options({ Size: 'S', Colour: 'Red' }, { Colour: 'Red', Size: 'S' }))).toEqual([
    'variants.1.options',
  ]);
  expect(invalidFields(options({ Size: 'S', Colour: 'Red' }, { Colour: 'Red', Size: 'M' }))).toEqual([]);
});

test('an update that lists a variant twice is refused', () => {
  const twice = [
    { ...variant, id: 1, options: { n: '1' } },
    { ...variant, id: 1, sku: 'CUP', options: { n: '2' } },
  ];
  const parsed = updateProductInput.safeParse({ id: 1, version: 1, variants: twice });
  expect(parsed.error && Object.keys(fieldErrorsOf(parsed.error))).toEqual(['variants.1.id']);
});
