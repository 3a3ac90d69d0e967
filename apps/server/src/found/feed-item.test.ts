import type { ProductView } from '@lantern/api/catalog/product-view';
import { expect, test } from 'vitest';
import { feedItem } from './feed-item.ts';
import { StoreUrls } from './store-urls.ts';
import { parseXml, textsOf } from './testing/parse-xml.ts';

const mug: ProductView = {
  ...{ id: 7, slug: 'mug', name: 'Mug', tagline: 'Stoneware', description: 'A mug.', accent: 1, specification: [] },
  ...{ images: [], categories: [], variants: [] },
};
const sand = {
  id: 3,
  sku: 'MUG-1',
  options: { Colour: 'Sand', Handle: 'Left' },
  priceCents: 1990,
  stock: 0,
  imageUrl: null,
};

/** The texts of the item of the first variant, by name. */
function fieldsOf(product: ProductView): Record<string, string[]> {
  const [variant = sand] = product.variants;
  const document = feedItem(product, variant, new StoreUrls('https://shop.example', ['en', 'de']), []);
  const item = parseXml(document.replace('<item>', '<item xmlns:g="http://base.google.com/ns/1.0">'));
  return Object.fromEntries(item.children.map(({ name }) => [name, textsOf(item, name)]));
}

test('a product without a choice has its own address, and no group', () => {
  expect(fieldsOf({ ...mug, variants: [sand] })).toEqual({
    'g:id': ['MUG-1'],
    'g:title': ['Mug, Sand, Left'],
    'g:description': ['A mug.'],
    'g:link': ['https://shop.example/p/mug'],
    'g:availability': ['out_of_stock'],
    'g:price': ['19.90 EUR'],
    'g:condition': ['new'],
    'g:identifier_exists': ['no'],
    'g:color': ['Sand'],
  });
});

test('each fact of the specification is a detail', () => {
  const specification = [{ name: 'Care', value: 'Wash < 40 °C' }];
  const document = feedItem({ ...mug, specification }, sand, new StoreUrls('https://shop.example', ['en', 'de']), []);
  expect(document).toContain(
    '<g:product_detail><g:attribute_name>Care</g:attribute_name><g:attribute_value>Wash &lt; 40 °C</g:attribute_value></g:product_detail>',
  );
});

test('the picture of a variant comes before the other images', () => {
  const images = ['a', 'b', 'c'].map((name) => ({ url: `/media/${name}.webp`, alt: '' }));
  const fields = fieldsOf({ ...mug, images, variants: [{ ...sand, imageUrl: '/media/b.webp' }] });
  expect(fields['g:image_link']).toEqual(['https://shop.example/media/b.webp']);
  expect(fields['g:additional_image_link']).toEqual(
    ['a', 'c'].map((name) => `https://shop.example/media/${name}.webp`),
  );
});

test('nothing is longer or more than what Google takes', () => {
  const images = Array.from({ length: 20 }, (_, index) => ({ url: `/media/${index}.webp`, alt: '' }));
  const product = {
    ...mug,
    ...{ name: '👩'.repeat(160), description: 'x'.repeat(10_000), images },
    variants: [{ ...sand, sku: 'S'.repeat(51) }, sand],
  };
  const fields = fieldsOf(product);
  expect(fields['g:id']).toEqual(['variant-3']);
  expect(fields['g:title']).toEqual(['👩'.repeat(150)]);
  expect(fields['g:description']).toEqual(['x'.repeat(5000)]);
  expect(fields['g:link']).toEqual([`https://shop.example/p/mug?sku=${'S'.repeat(51)}`]);
  expect(fields['g:image_link']).toEqual(['https://shop.example/media/0.webp']);
  expect(fields['g:additional_image_link']).toHaveLength(10);
});

test.each([
  ['', 'Stoneware', 'Stoneware'],
  ['', null, 'Mug'],
])('the description %j with the line %j becomes %j', (description, tagline, expected) => {
  expect(fieldsOf({ ...mug, description, tagline, variants: [sand] })['g:description']).toEqual([expected]);
});
