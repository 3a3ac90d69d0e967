import type { RouterOutputs } from '@lantern/api/types';
import { pagePath } from '../lib/paths.ts';
import { breadcrumbList } from './breadcrumb-list.ts';
import { descriptionOf } from './description.ts';
import type { Head } from './head.ts';
import { storeImage, titled } from './store.ts';

/** A page that the store's owners have written. @param origin of the store. */
export function pageHead({ title, slug, summary }: RouterOutputs['pages']['bySlug'], origin: string): Head {
  const path = pagePath(slug);
  return {
    title: titled(title),
    description: descriptionOf(summary),
    canonical: path,
    isIndexed: true,
    type: 'website',
    image: storeImage,
    things: [breadcrumbList([{ name: title, path }], origin)],
  };
}
