import type { RouterOutputs } from '@lantern/api/types';

export type Category = RouterOutputs['catalog']['categories'][number];

/** The path from the top of the tree to `slug`; empty if it is not there. */
export function pathTo(tree: readonly Category[], slug: string | undefined): Category[] {
  for (const category of tree) {
    if (category.slug === slug) return [category];
    const below = pathTo(category.children, slug);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}
