import { t } from '@lingui/core/macro';
import { descriptionOf } from './description.ts';
import type { Head } from './head.ts';
import { organizationOf, storeImage, titled, webSiteOf } from './store.ts';

/** The home page. @param origin of the store, such as `https://shop.example`. */
export function homeHead(origin: string): Head {
  return {
    title: titled(undefined),
    description: descriptionOf(t`Things that earn their place: a small store for kitchen, desk and trail.`),
    canonical: '/',
    isIndexed: true,
    type: 'website',
    image: storeImage,
    ...(import.meta.env.SSR && { things: [organizationOf(origin), webSiteOf(origin)] }),
  };
}
