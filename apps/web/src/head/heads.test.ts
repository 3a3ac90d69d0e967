import type { RouterOutputs } from '@lantern/api/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allHead, categoryHead } from './category-head.ts';
import type { Head } from './head.ts';
import { homeHead } from './home-head.ts';
import { plainHead, searchHead } from './plain-head.ts';
import { productHead } from './product-head.ts';
import { problemsOf } from './testing/schema-org.ts';

type Product = RouterOutputs['catalog']['bySlug'];
type Category = RouterOutputs['catalog']['categories'][number];

const ORIGIN = 'https://shop.example';

const variant = (sku: string, options: Record<string, string>, stock = 5, priceCents = 1990) => ({
  ...{ id: 1, sku, options, stock, priceCents, imageUrl: null },
});
const mug: Product = {
  ...{ id: 7, slug: 'mug', name: 'Mug', tagline: null, accent: 1, specification: [] },
  description: 'A mug of stoneware, glazed by hand, for coffee and tea.',
  images: [{ url: '/media/mug.webp', alt: 'A mug from the side' }],
  categories: [
    { slug: 'kitchen', name: 'Kitchen' },
    { slug: 'tea', name: 'Tea & coffee' },
  ],
  variants: [variant('MUG-1', {})],
};
const tea: Category = { slug: 'tea', name: 'Tea & coffee', productCount: 1, accent: 1, imageUrl: null, children: [] };
const kitchen: Category = {
  ...tea,
  slug: 'kitchen',
  name: 'Kitchen',
  productCount: 1200,
  imageUrl: '/media/k.webp',
  children: [tea],
};

const thingOf = ({ things = [] }: Head, type: string) =>
  things.find((thing) => typeof thing === 'object' && '@type' in thing && thing['@type'] === type);
const problems = ({ things = [] }: Head) => things.flatMap((thing) => problemsOf(Object(thing)));

test('a product says what it costs and whether it is there, and where it belongs', () => {
  const head = productHead(mug, ORIGIN);
  expect(head).toMatchObject({
    title: 'Mug · Lantern',
    description: mug.description,
    canonical: '/p/mug',
    isIndexed: true,
    image: { url: '/media/mug.webp', alt: 'A mug from the side' },
  });
  expect(thingOf(head, 'Product')).toEqual({
    '@type': 'Product',
    name: 'Mug',
    description: mug.description,
    image: ['https://shop.example/media/mug.webp'],
    sku: 'MUG-1',
    offers: {
      '@type': 'Offer',
      url: 'https://shop.example/p/mug',
      price: '19.90',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      itemCondition: 'https://schema.org/NewCondition',
    },
  });
  expect(thingOf(head, 'BreadcrumbList')).toMatchObject({
    itemListElement: [
      { position: 1, name: 'Home', item: { '@id': 'https://shop.example/' } },
      { position: 2, name: 'Kitchen', item: { '@id': 'https://shop.example/c/kitchen' } },
      { position: 3, name: 'Tea & coffee', item: { '@id': 'https://shop.example/c/tea' } },
      { position: 4, name: 'Mug', item: { '@id': 'https://shop.example/p/mug' } },
    ],
  });
});

test('a specification says more about a product, or about all of its variants once', () => {
  const specification = [{ name: 'Material', value: 'Stoneware' }];
  const additionalProperty = [{ '@type': 'PropertyValue', name: 'Material', value: 'Stoneware' }];
  expect(thingOf(productHead({ ...mug, specification }, ORIGIN), 'Product')).toMatchObject({ additionalProperty });
  const variants = [variant('MUG-1', { Size: 'S' }), variant('MUG-2', { Size: 'L' })];
  const group = thingOf(productHead({ ...mug, specification, variants }, ORIGIN), 'ProductGroup');
  expect(group).toMatchObject({ additionalProperty, hasVariant: [{ sku: 'MUG-1' }, { sku: 'MUG-2' }] });
  expect(JSON.stringify(group).match(/Stoneware/g)).toHaveLength(1);
});

test('a variant is shown by its picture, or as the product is', () => {
  const variants = [{ ...variant('MUG-1', { Size: 'S' }), imageUrl: '/media/small.webp' }, variant('MUG-2', {})];
  expect(thingOf(productHead({ ...mug, variants }, ORIGIN), 'ProductGroup')).toMatchObject({
    hasVariant: [{ image: [`${ORIGIN}/media/small.webp`] }, { image: [`${ORIGIN}/media/mug.webp`] }],
  });
});

test('of several variants each has its own price, stock and address', () => {
  const variants = [
    variant('MUG S/1', { Colour: 'Sand', Handle: 'Left' }, 0),
    variant('MUG-2', { Colour: 'Moss', Handle: 'Left' }, 1, 2100),
  ];
  const head = productHead({ ...mug, variants }, ORIGIN);
  expect(thingOf(head, 'ProductGroup')).toMatchObject({
    productGroupID: '7',
    url: 'https://shop.example/p/mug',
    variesBy: ['https://schema.org/color', 'Handle'],
    hasVariant: [
      {
        '@type': 'Product',
        name: 'Mug, Sand, Left',
        sku: 'MUG S/1',
        color: 'Sand',
        additionalProperty: [{ name: 'Handle', value: 'Left' }],
        offers: {
          url: 'https://shop.example/p/mug?sku=MUG%20S%2F1',
          price: '19.90',
          availability: 'https://schema.org/OutOfStock',
        },
      },
      { sku: 'MUG-2', offers: { price: '21.00', availability: 'https://schema.org/InStock' } },
    ],
  });
});

test('a category stands for all its filters and orders, and an empty one is not listed', () => {
  const head = categoryHead(kitchen, [], ORIGIN);
  expect(head).toMatchObject({
    title: 'Kitchen · Lantern',
    canonical: '/c/kitchen',
    isIndexed: true,
    image: { url: '/media/k.webp', alt: 'Kitchen' },
  });
  expect(head.description).toBe('1,200 products in Kitchen: Tea & coffee. Filter by price and what is in stock.');
  expect(categoryHead({ ...tea, productCount: 0 }, [kitchen], ORIGIN).isIndexed).toBe(false);
  expect(allHead([kitchen], ORIGIN)).toMatchObject({
    title: 'Everything · Lantern',
    canonical: '/all',
    isIndexed: true,
  });
});

test('the home page says who sells, and how to search', () => {
  const head = homeHead(ORIGIN);
  expect(head).toMatchObject({ title: 'Lantern', canonical: '/', isIndexed: true });
  expect(thingOf(head, 'WebSite')).toMatchObject({
    potentialAction: { target: { urlTemplate: 'https://shop.example/search?q={search_term_string}' } },
  });
  expect(thingOf(head, 'Organization')).toMatchObject({ name: 'Lantern', logo: 'https://shop.example/logo.png' });
});

test('searches and personal pages are not listed', () => {
  expect(searchHead('red mug')).toEqual({ title: 'Results for “red mug” · Lantern', isIndexed: false });
  expect(searchHead('')).toEqual({ title: 'Search · Lantern', isIndexed: false });
  expect(plainHead('Cart')).toEqual({ title: 'Cart · Lantern', isIndexed: false });
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('</script>', '"', '\u2028', 'https://schema.org/InStock', '__proto__'),
);
const name = text.map((given) => given.trim() || 'x');
const anyProduct: fc.Arbitrary<Product> = fc.record({
  ...{ id: fc.nat(), slug: fc.stringMatching(/^[a-z0-9]{1,20}$/), name, tagline: fc.option(name), accent: fc.nat(8) },
  description: text.map((given) => given.trim()),
  specification: fc.array(fc.record({ name, value: name })),
  images: fc.array(fc.record({ url: fc.constant('/media/a.webp'), alt: text })),
  categories: fc.array(fc.record({ slug: fc.stringMatching(/^[a-z0-9]{1,20}$/), name })),
  variants: fc.array(
    fc.record({
      ...{ id: fc.nat(), sku: name, priceCents: fc.nat(), stock: fc.nat(9) },
      imageUrl: fc.option(fc.constant('/media/b.webp')),
      options: fc.dictionary(fc.oneof(name, fc.constantFrom('Colour', 'SIZE', 'Material', 'Pattern')), name),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

test('every type, property and value is one of schema.org, whatever a shop sells', () => {
  for (const head of [homeHead(ORIGIN), categoryHead(tea, [kitchen], ORIGIN), allHead([kitchen], ORIGIN)]) {
    expect(problems(head)).toEqual([]);
  }
  fc.assert(
    fc.property(anyProduct, (product) => {
      const head = productHead(product, ORIGIN);
      expect(problems(head)).toEqual([]);
      const length = head.description?.length ?? 0;
      expect(length >= 50 && length <= 160).toBe(true);
    }),
  );
});

test.each([
  ['a type that there is not', { '@type': 'Mug' }, '/Mug'],
  ['a property of another type', { '@type': 'Product', price: '1.00' }, 'no property'],
  ['a property that there is not', { '@type': 'Offer', cost: '1.00' }, 'no property'],
  [
    'a member of another enumeration',
    { '@type': 'Offer', availability: 'https://schema.org/NewCondition' },
    'the text',
  ],
  ['text for an enumeration', { '@type': 'Offer', availability: 'in stock' }, 'the text'],
  ['a path for a URL', { '@type': 'Offer', url: '/p/mug' }, 'the text /p/mug'],
  ['a thing of another type', { '@type': 'Product', offers: { '@type': 'Person' } }, 'a Person'],
  [
    'a mistake inside',
    { '@type': 'Product', offers: [{ '@type': 'Offer', sku: 7 }] },
    '/Product.offers/Offer.sku: a number',
  ],
  ['nothing', { '@type': 'Product', name: null }, 'null'],
])('the check finds %s', (_, thing, problem) => {
  expect(problemsOf(thing).join()).toContain(problem === '/Mug' ? 'no type Mug' : problem);
});
