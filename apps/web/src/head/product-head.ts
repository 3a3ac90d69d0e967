import type { RouterOutputs } from '@lantern/api/types';
import { largestImage } from '@lantern/text/image-url';
import { categoryPath, productPath } from '../lib/paths.ts';
import { breadcrumbList } from './breadcrumb-list.ts';
import { descriptionOf } from './description.ts';
import type { Head } from './head.ts';
import { productThing } from './product-thing.ts';
import { storeImage, titled } from './store.ts';

/**
 * A product's page, whichever variant is chosen on it. A product that is sold out stays listed: it will be back.
 * @param origin of the store.
 */
export function productHead(product: RouterOutputs['catalog']['bySlug'], origin: string): Head {
  const { name, slug, description, tagline, categories, images } = product;
  const [image] = images;
  const crumbs = [
    ...categories.map((category) => ({ name: category.name, path: categoryPath(category.slug) })),
    { name, path: productPath(slug) },
  ];
  return {
    title: titled(name),
    description: descriptionOf(description, tagline ?? ''),
    canonical: productPath(slug),
    isIndexed: true,
    type: 'product',
    image: image ? { ...largestImage(image.url), alt: image.alt || name } : storeImage,
    ...(import.meta.env.SSR && { things: [productThing(product, origin), breadcrumbList(crumbs, origin)] }),
  };
}
