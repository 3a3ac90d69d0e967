import { largestImage } from '@lantern/text/image-url';
import type { Category } from '../lib/category-tree.ts';
import { allPath, categoryPath } from '../lib/paths.ts';
import { breadcrumbList } from './breadcrumb-list.ts';
import { descriptionOf } from './description.ts';
import type { Head } from './head.ts';
import { storeImage, titled } from './store.ts';

const both = new Intl.ListFormat('en', { type: 'conjunction' });

/** As many as a line of results shows. */
const MAX_NAMED = 4;

/**
 * A category's page, whatever its filters and order: they show parts of it under addresses that nobody needs to find. An
 * empty one is not listed.
 * @param above the categories that it is in, from the top down: see `pathTo`.
 * @param origin of the store.
 */
export function categoryHead(category: Category, above: Category[], origin: string): Head {
  const { name, slug, productCount, imageUrl, children } = category;
  const crumbs = [...above, category].map((one) => ({ name: one.name, path: categoryPath(one.slug) }));
  return {
    title: titled(name),
    description: descriptionOf(
      `${countText(productCount)} in ${name}${named(children)}`,
      'Filter by price and what is in stock.',
    ),
    canonical: categoryPath(slug),
    isIndexed: productCount > 0,
    type: 'website',
    image: imageUrl ? { ...largestImage(imageUrl), alt: name } : storeImage,
    ...(import.meta.env.SSR && { things: [breadcrumbList(crumbs, origin)] }),
  };
}

/** The page of all products. @param tree of all categories. */
export function allHead(tree: Category[], origin: string): Head {
  const total = tree.reduce((sum, { productCount }) => sum + productCount, 0);
  return {
    title: titled('Everything'),
    description: descriptionOf(`${countText(total)}${named(tree)}`, 'Filter by price and what is in stock.'),
    canonical: allPath(),
    isIndexed: true,
    type: 'website',
    image: storeImage,
    ...(import.meta.env.SSR && { things: [breadcrumbList([{ name: 'Everything', path: allPath() }], origin)] }),
  };
}

function countText(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'product' : 'products'}`;
}

function named(categories: Category[]): string {
  const names = categories.slice(0, MAX_NAMED).map(({ name }) => name);
  return names.length > 0 ? `: ${both.format(names)}` : '';
}
