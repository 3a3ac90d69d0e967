import { expect, test } from 'vitest';
import { type Category, parentSlugOf, placesIn, searchTree } from './tree.ts';

function category(id: number, slug: string, parentId: number | null, children: Category[] = []): Category {
  return {
    id,
    slug,
    name: slug,
    parentId,
    position: 0,
    accent: 1,
    imageUrl: null,
    texts: {},
    productCount: 0,
    children,
  };
}

const filters = category(3, 'filters', 2);
const tea = category(2, 'tea', 1, [filters]);
const kitchen = category(1, 'kitchen', null, [tea]);
const desk = category(4, 'desk', null);
const tree = [kitchen, desk];

test('places include their path, and exclude the branch that is being moved', () => {
  expect(placesIn(tree).map(({ label }) => label)).toEqual([
    'kitchen',
    'kitchen / tea',
    'kitchen / tea / filters',
    'desk',
  ]);
  expect(placesIn(tree, 2).map(({ slug }) => slug)).toEqual(['kitchen', 'desk']);
});

test('parentSlugOf finds the parent on every level', () => {
  expect([kitchen, tea, filters].map((one) => parentSlugOf(tree, one))).toEqual([null, 'kitchen', 'tea']);
});

test('a search ignores case and accents, and keeps parents and selected categories', () => {
  const slugs = (found: Category[]): string[] => found.flatMap(({ slug, children }) => [slug, ...slugs(children)]);
  const cafe = { ...category(5, 'cafe', 1), name: 'Café' };
  const store = [{ ...kitchen, children: [tea, cafe] }, desk];
  expect(slugs(searchTree(store, ' CAFE\u0301 ', []))).toEqual(['kitchen', 'cafe']);
  expect(slugs(searchTree(store, 'cafe', ['desk', 'filters']))).toEqual(['kitchen', 'tea', 'filters', 'cafe', 'desk']);
  expect(slugs(searchTree(store, 'tea', []))).toEqual(['kitchen', 'tea', 'filters']);
  expect(searchTree(store, ' ', [])).toBe(store);
});
