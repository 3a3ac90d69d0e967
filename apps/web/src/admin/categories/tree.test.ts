import { expect, test } from 'vitest';
import { type Category, parentSlugOf, placesIn } from './tree.ts';

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
