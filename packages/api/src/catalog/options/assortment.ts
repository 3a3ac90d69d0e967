import { forSale } from '@lantern/db/models/variant';
import type { Options } from './chosen.ts';

/**
 * The different options of a product's variants for sale, in an order of their own: products that can be had in the same
 * way have equal ones, whatever the order of their variants.
 */
export function assortmentOf(variants: { options: Options; stock: number }[]): Options[] {
  const sorted = forSale(variants).map(({ options }) => Object.entries(options).sort(byName));
  const texts = new Set(sorted.filter((entries) => entries.length > 0).map((entries) => JSON.stringify(entries)));
  return [...texts].sort().map((text) => Object.fromEntries(JSON.parse(text)));
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);
