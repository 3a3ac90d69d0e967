import { useQuery } from '@tanstack/react-query';
import { useMatch } from 'react-router';
import { type Category, pathTo } from '../lib/category-tree.ts';
import { categoryPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';

/** The path of the top-level category that the current page belongs to: of a subcategory or a product in it. */
export function useCurrentCategory(categories: Category[]): string | undefined {
  const category = useMatch('/c/:slug')?.params.slug;
  const product = useMatch('/p/:slug')?.params.slug;
  const isAll = useMatch('/all') !== null;
  // Only reads what the product page has fetched.
  const { data } = useQuery(useTRPC().catalog.bySlug.queryOptions({ slug: product ?? '' }, { enabled: false }));
  if (isAll) return '/all';
  const top = category ? pathTo(categories, category)[0] : product && data?.categories[0];
  return top ? categoryPath(top.slug) : undefined;
}
