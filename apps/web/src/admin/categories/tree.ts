import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';

export type Category = RouterOutputs['admin']['categories']['list'][number];

/** A category with the way that leads to it, as a choice in a form: "Kitchen / Tea & coffee". */
export interface Place {
  slug: string;
  label: string;
}

/** All categories, parents before children, without the branch that begins with `except`. */
export function placesIn(tree: Category[], except?: number, above = ''): Place[] {
  return tree.flatMap((category) => {
    if (category.id === except) return [];
    const label = above + isolated(category.name);
    return [{ slug: category.slug, label }, ...placesIn(category.children, except, `${label} / `)];
  });
}

/** The slug of a category's parent; null at the top. */
export function parentSlugOf(tree: Category[], { parentId }: Category): string | null {
  for (const category of tree) {
    if (category.id === parentId) return category.slug;
    const below = category.children.find(({ id }) => id === parentId);
    if (below) return below.slug;
  }
  return null;
}
