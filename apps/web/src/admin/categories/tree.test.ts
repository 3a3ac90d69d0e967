import { expect, test } from 'vitest';
import { type Category, lookedFor, parentSlugOf, placesIn } from './tree.ts';

function category(id: number, slug: string, parentId: number | null, children: Category[] = []): Category {
  return { id, slug, name: slug, parentId, position: 0, tint: 1, imageUrl: null, productCount: 0, children };
}

const filters = category(3, 'filters', 2);
const tea = category(2, 'tea', 1, [filters]);
const kitchen = category(1, 'kitchen', null, [tea]);
const desk = category(4, 'desk', null);
const tree = [kitchen, desk];

test('places are told with the way to them, and never lie in the branch that moves', () => {
  expect(placesIn(tree).map(({ label }) => label)).toEqual([
    'kitchen',
    'kitchen / tea',
    'kitchen / tea / filters',
    'desk',
  ]);
  expect(placesIn(tree, 2).map(({ slug }) => slug)).toEqual(['kitchen', 'desk']);
});

test('a parent is found on every level', () => {
  expect([kitchen, tea, filters].map((one) => parentSlugOf(tree, one))).toEqual([null, 'kitchen', 'tea']);
});

test('what is looked for is found by its letters, with the way to it; what is ticked stays', () => {
  const slugs = (found: Category[]): string[] => found.flatMap(({ slug, children }) => [slug, ...slugs(children)]);
  const cafe = { ...category(5, 'cafe', 1), name: 'Café' };
  const shop = [{ ...kitchen, children: [tea, cafe] }, desk];
  expect(slugs(lookedFor(shop, ' CAFE\u0301 ', []))).toEqual(['kitchen', 'cafe']);
  expect(slugs(lookedFor(shop, 'cafe', ['desk', 'filters']))).toEqual(['kitchen', 'tea', 'filters', 'cafe', 'desk']);
  expect(slugs(lookedFor(shop, 'tea', []))).toEqual(['kitchen', 'tea', 'filters']);
  expect(lookedFor(shop, ' ', [])).toBe(shop);
});
