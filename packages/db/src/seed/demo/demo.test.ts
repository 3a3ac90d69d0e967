import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { slugify } from '@lantern/text/slug';
import { expect, test } from 'vitest';
import { demoImageUrl, drawingsFolder } from '../images.ts';
import { demoCategories } from './categories.ts';
import { germanTexts } from './german.ts';
import { germanTerms } from './german-terms.ts';
import { paintedParts } from './painted-parts.ts';
import { demoProducts } from './products.ts';

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

test('the demo catalogue has enough categories, products and variants', () => {
  const leaves = demoCategories.flatMap(({ children }) => children);
  expect(demoProducts.length).toBeGreaterThanOrEqual(120);
  expect(demoCategories.length).toBeGreaterThanOrEqual(8);
  expect(leaves.length).toBeGreaterThan(demoCategories.length);
  expect(demoProducts.filter(({ variants }) => variants.length > 1).length).toBeGreaterThanOrEqual(30);
  expect(demoProducts.filter(({ variants }) => variants.every(({ stock }) => stock === 0)).length).toBeGreaterThan(0);
});

test('no product has an unknown field', () => {
  // The type check of the JSON files does not report extra fields, such as a misspelt optional one.
  const known = ['name', 'category', 'priceCents', 'tagline', 'description', 'specification', 'images', 'variants'];
  const ofVariants = ['sku', 'options', 'stock', 'priceCents'];
  const fields = demoProducts.flatMap((product) => Object.keys(product));
  expect(fields.filter((field) => !known.includes(field))).toEqual([]);
  const variantFields = demoProducts.flatMap(({ variants }) => variants.flatMap((variant) => Object.keys(variant)));
  expect(variantFields.filter((field) => !ofVariants.includes(field))).toEqual([]);
});

test('every product has at least three facts', () => {
  const few = demoProducts.filter(({ specification }) => Object.keys(specification).length < 3);
  expect(few.map(({ name }) => name)).toEqual([]);
});

test('every product has an existing category, and unique slugs, SKUs and options', () => {
  const slugs = new Set(demoCategories.flatMap(({ children }) => children.map(({ slug }) => slug)));
  expect(demoProducts.filter(({ category }) => !slugs.has(category)).map(({ name }) => name)).toEqual([]);
  expect(repeated(demoProducts.map(({ name }) => slugify(name)))).toEqual([]);
  expect(repeated(demoProducts.flatMap(({ variants }) => variants.map(({ sku }) => sku)))).toEqual([]);
  const combinations = demoProducts.flatMap(({ name, variants }) =>
    variants.map(({ options }) => `${name} ${JSON.stringify(options)}`),
  );
  expect(repeated(combinations)).toEqual([]);
});

test('every product has a description of 2–4 sentences, a plausible price and existing images', () => {
  const assets = drawingsFolder();
  for (const { name, description, priceCents, tagline, images } of demoProducts) {
    const sentences = description.split(/[.!?](?:\s|$)/).filter(Boolean).length;
    expect.soft(sentences, name).toBeGreaterThanOrEqual(2);
    expect.soft(sentences, name).toBeLessThanOrEqual(4);
    expect.soft(priceCents, name).toBeGreaterThan(99);
    expect.soft((tagline ?? '').length, name).toBeLessThanOrEqual(40);
    expect.soft(images.length, name).toBeGreaterThan(0);
    for (const { file } of images) expect.soft(existsSync(join(assets, `${file}.svg`)), `${name}: ${file}`).toBe(true);
  }
  for (const { name, image, children } of demoCategories) {
    for (const file of [image, ...children.map((child) => child.image)]) {
      expect.soft(existsSync(join(assets, `${file}.svg`)), `${name}: ${file}`).toBe(true);
    }
  }
});

test('every colour of a product has a picture of its own', () => {
  for (const { name, images, variants } of demoProducts) {
    const colours = new Set(variants.flatMap(({ options }) => options.Colour ?? []));
    const shown = images.flatMap(({ colour }) => colour ?? []);
    expect.soft(shown.sort(), name).toEqual([...colours].sort());
    expect.soft(repeated(images.map(demoImageUrl)), name).toEqual([]);
    const painted = images.filter(({ paint }) => paint !== undefined);
    expect
      .soft(
        painted.filter(({ file }) => !paintedParts[file]).map(({ file }) => file),
        name,
      )
      .toEqual([]);
  }
});

test('every product has the same texts in German', () => {
  const slugs = demoProducts.map(({ name }) => slugify(name));
  expect(Object.keys(germanTexts).sort()).toEqual(slugs.sort());
  for (const { name, tagline } of demoProducts) {
    const german = germanTexts[slugify(name)];
    expect.soft(german?.tagline !== undefined, name).toBe(tagline !== undefined);
    expect.soft((german?.tagline ?? '').length, name).toBeLessThanOrEqual(40);
  }
});

test('every short text has a German one, without which its products could not be told apart', () => {
  const texts = demoProducts.flatMap(({ variants, specification, images }) => [
    ...variants.flatMap(({ options }) => Object.entries(options).flat()),
    ...Object.entries(specification).flatMap(([name, value]) => (value ? [name, value] : [])),
    ...images.map(({ alt }) => alt),
  ]);
  // "900 g" is the same in both.
  const isMeasure = (text: string) => /^\d[\d\s×–]*\S{0,3}$/u.test(text) || !/\p{L}/u.test(text);
  const missing = new Set(texts.filter((text) => !Object.hasOwn(germanTerms, text) && !isMeasure(text)));
  expect([...missing]).toEqual([]);
  for (const { name, variants } of demoProducts) {
    const german = variants.map(({ options }) =>
      JSON.stringify(
        Object.entries(options)
          .flat()
          .map((text) => germanTerms[text] ?? text),
      ),
    );
    expect.soft(repeated(german), name).toEqual([]);
  }
});
