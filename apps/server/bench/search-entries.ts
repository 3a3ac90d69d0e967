import type { SearchEntry } from '@lantern/api/catalog/full-text/entries';
import { assortmentOf } from '@lantern/api/catalog/options/assortment';
import { nameKey } from '@lantern/db/base/name-key';
import { demoCategories } from '@lantern/db/seed/demo/categories';
import { generatedCatalogue } from '@lantern/db/seed/generated-catalogue';

const paths = new Map(
  demoCategories.flatMap(({ name, children }, top) => {
    const parent = { id: top + 1, name };
    return children.map((child, at) => {
      const own = { id: 100 * (top + 1) + at, name: child.name };
      return [child.slug, [own, parent]] as const;
    });
  }),
);

/** Generated products as the search engine takes them, with ids from 1 on. */
export function* generatedEntries(count: number): Generator<SearchEntry> {
  let id = 0;
  for (const { name, tagline, description, category, variants } of generatedCatalogue(count)) {
    id++;
    const categories = paths.get(category) ?? [];
    const inStock = variants.filter(({ stock = 0 }) => stock > 0);
    yield {
      id,
      name,
      nameKey: nameKey(name),
      nameKeys: {},
      tagline: tagline ?? null,
      facts: [],
      description,
      translations: [],
      categories: categories.map((one) => one.name),
      categoryIds: categories.map((one) => one.id),
      options: [...new Set(variants.flatMap(({ options }) => Object.entries(options).flat()))],
      skus: variants.map(({ sku }) => sku),
      offer: {
        prices: (inStock.length > 0 ? inStock : variants).map(({ priceCents }) => priceCents).sort((a, b) => a - b),
        inStock: inStock.length > 0,
        assortment: assortmentOf(variants.map(({ options, stock = 0 }) => ({ options, stock }))),
      },
    };
  }
}
