import { largestImage } from '@lantern/text/image-url';
import { perLanguage } from '@lantern/ui/language';
import { plural, t } from '@lingui/core/macro';
import type { Category } from '../lib/category-tree.ts';
import { allPath, categoryPath } from '../lib/paths.ts';
import { breadcrumbList } from './breadcrumb-list.ts';
import { descriptionOf } from './description.ts';
import type { Head } from './head.ts';
import { storeImage, titled } from './store.ts';

const both = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** As many as a line of results shows. */
const MAX_NAMED = 4;

/**
 * A category's page, whatever its filters and order: they show parts of it under addresses that nobody needs to find. An
 * empty one is not listed.
 * @param above the categories that it is in, from the top down: see `pathTo`.
 * @param origin of the store.
 */
export function categoryHead(category: Category, above: Category[], origin: string): Head {
  const { name, slug, productCount, imageUrl } = category;
  const crumbs = [...above, category].map((one) => ({ name: one.name, path: categoryPath(one.slug) }));
  return {
    title: titled(name),
    description: descriptionOf(contentsOf(category), t`Filter by price and what is in stock.`),
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
    title: titled(t`Everything`),
    description: descriptionOf(
      [countText(total), named(tree)].filter(Boolean).join(': '),
      t`Filter by price and what is in stock.`,
    ),
    canonical: allPath(),
    isIndexed: true,
    type: 'website',
    image: storeImage,
    ...(import.meta.env.SSR && { things: [breadcrumbList([{ name: t`Everything`, path: allPath() }], origin)] }),
  };
}

function contentsOf({ name, productCount, children }: Category): string {
  const products = countText(productCount);
  const parts = named(children);
  return parts ? t`${products} in ${name}: ${parts}` : t`${products} in ${name}`;
}

const countText = (count: number) => plural(count, { one: '# product', other: '# products' });

const named = (categories: Category[]) => both().format(categories.slice(0, MAX_NAMED).map(({ name }) => name));
