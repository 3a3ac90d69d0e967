import { demoProducts } from '@lantern/db/seed/demo/products';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { slugify } from '@lantern/text/slug';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServices, type TestServices } from '../../testing/test-services.ts';
import quality from './quality.json' with { type: 'json' };

/* What a shopper means by a query is the first hit; where several products are meant equally, one of them is. */

let t: TestServices;
let api: ReturnType<TestServices['browser']>['api'];
beforeAll(async () => {
  t = await startTestServices();
  await seedCatalogue(t.database, 'demo', () => undefined);
  api = t.browser().api;
});
afterAll(() => t[Symbol.asyncDispose]());

const kinds = Object.entries<Record<string, string | string[]>>(quality);

test('only products of the demo catalogue are expected', () => {
  const slugs = new Set(demoProducts.map(({ name }) => slugify(name)));
  const expected = kinds.flatMap(([, queries]) => Object.values(queries).flat());
  expect(expected.filter((slug) => !slugs.has(slug))).toEqual([]);
});

test.each(kinds)('the first hit is the right one: %s', async (_, queries) => {
  const wrong: string[] = [];
  for (const [q, meant] of Object.entries(queries)) {
    const { items } = await api.catalog.search({ q });
    if (![meant].flat().includes(items[0]?.slug ?? ''))
      wrong.push(
        `${q}: ${
          items
            .slice(0, 5)
            .map(({ slug }) => slug)
            .join(' ') || 'nothing'
        }`,
      );
  }
  expect(wrong).toEqual([]);
});
