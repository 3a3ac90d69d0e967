import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { generatedCatalogue } from './generated-catalogue.ts';

test('the same number generates the same products on every machine', () => {
  const products = [...generatedCatalogue(500)];
  expect([...generatedCatalogue(500)]).toEqual(products);
  const { name, slug, variants } = products[0] ?? {};
  expect({ name, slug, variants }).toMatchInlineSnapshot(`
    {
      "name": "River field framed landscape print 1",
      "slug": "river-field-framed-landscape-print-1",
      "variants": [
        {
          "options": {
            "Colour": "Moss",
          },
          "priceCents": 6620,
          "sku": "GEN-1-1",
          "stock": 0,
        },
        {
          "options": {
            "Colour": "Midnight",
          },
          "priceCents": 6620,
          "sku": "GEN-1-2",
          "stock": 39,
        },
        {
          "options": {
            "Colour": "Clay",
          },
          "priceCents": 6620,
          "sku": "GEN-1-3",
          "stock": 73,
        },
      ],
    }
  `);
  const prices = products.flatMap((product) => product.variants.map(({ priceCents, stock }) => [priceCents, stock]));
  expect(createHash('sha256').update(JSON.stringify(prices)).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
    `"fa81902a8573515e"`,
  );
});

test('slugs and SKUs are unique, and prices and stock are plausible', () => {
  const products = [...generatedCatalogue(3000)];
  const variants = products.flatMap((product) => product.variants);
  expect(new Set(products.map(({ slug }) => slug)).size).toBe(3000);
  expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
  expect(variants.every(({ priceCents, stock }) => Number.isInteger(priceCents) && priceCents > 0 && stock >= 0)).toBe(
    true,
  );
  expect(variants.some(({ stock }) => stock === 0)).toBe(true);
});
