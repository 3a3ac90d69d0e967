import type { RouterOutputs } from '@lantern/api/types';
import { foldText } from '@lantern/text/fold';
import { isolated } from '@lantern/text/isolated';

export type Category = RouterOutputs['admin']['categories']['list'][number];

/** A category with its path, as an option in a form: "Kitchen / Tea & coffee". */
export interface Place {
  slug: string;
  label: string;
}

/** All categories, parents before children, without the branch that starts at `except`. */
export function placesIn(tree: Category[], except?: number, above = ''): Place[] {
  return tree.flatMap((category) => {
    if (category.id === except) return [];
    const label = above + isolated(category.name);
    return [{ slug: category.slug, label }, ...placesIn(category.children, except, `${label} / `)];
  });
}

/**
 * The categories whose name contains the words, and the selected ones, each with its parents. Without words, the whole
 * tree.
 */
export function searchTree(tree: Category[], words: string, selected: readonly string[]): Category[] {
  const plain = foldText(words);
  if (plain === '') return tree;
  return tree.flatMap((category) => {
    if (foldText(category.name).includes(plain)) return [category];
    const children = searchTree(category.children, words, selected);
    return children.length > 0 || selected.includes(category.slug) ? [{ ...category, children }] : [];
  });
}

/** The slug of a category's parent; null at the top level. */
export function parentSlugOf(tree: Category[], { parentId }: Category): string | null {
  for (const category of tree) {
    if (category.id === parentId) return category.slug;
    const below = category.children.find(({ id }) => id === parentId);
    if (below) return below.slug;
  }
  return null;
}
