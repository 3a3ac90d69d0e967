import { language } from '@lantern/ui/language';
import { msg } from '@lingui/core/macro';
import type { Organization, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';

import { languagePath } from '../language/language-path.ts';

export const STORE_NAME = 'Lantern';

/** The end of a description that would be too short. */
export const ABOUT_STORE = msg`From Lantern, a small store for kitchen, desk and trail, with 30-day returns.`;

/** Stands for pages without a picture of their own. */
export const storeImage = { url: '/share.png', alt: STORE_NAME, width: 1200, height: 630 };

/** A page's title with the store's name; the store's name alone without one. */
export function titled(name: string | undefined): string {
  return name ? `${name} · ${STORE_NAME}` : STORE_NAME;
}

/** Who sells. @param origin of the store, such as `https://shop.example`. */
export function organizationOf(origin: string): Organization {
  return {
    '@type': 'Organization',
    '@id': `${origin}/#organization`,
    name: STORE_NAME,
    url: `${origin}/`,
    logo: `${origin}/logo.png`,
  };
}

/** The store as a whole, with its search. @param origin as above. */
export function webSiteOf(origin: string): WebSite {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}${languagePath('/search')}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': `${origin}/#website`,
    name: STORE_NAME,
    url: origin + languagePath('/'),
    inLanguage: language().code,
    publisher: { '@id': `${origin}/#organization` },
    potentialAction: search,
  };
}
