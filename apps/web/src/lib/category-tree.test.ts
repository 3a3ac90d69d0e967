import { expect, it } from 'vitest';
import { type Category, pathTo } from './category-tree.ts';

const node = (slug: string, children: Category[] = []): Category => ({
  slug,
  name: slug,
  productCount: 1,
  accent: 1,
  imageUrl: null,
  children,
});
const tree = [node('kitchen', [node('cookware'), node('pantry')]), node('audio', [node('listening')])];
const slugs = (slug: string | undefined) => pathTo(tree, slug).map((category) => category.slug);

it.each([
  ['audio', ['audio']],
  ['pantry', ['kitchen', 'pantry']],
  ['nowhere', []],
  [undefined, []],
])('finds the path to %s', (slug, path) => {
  expect(slugs(slug)).toEqual(path);
});
