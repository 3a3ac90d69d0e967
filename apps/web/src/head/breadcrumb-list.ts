import { t } from '@lingui/core/macro';
import type { BreadcrumbList } from 'schema-dts';
import { languagePath } from '../language/language-path.ts';

export interface Crumb {
  name: string;
  /** A path of the store. */
  path: string;
}

/** Where a page is in the store, below the home page. @param origin of the store. */
export function breadcrumbList(crumbs: Crumb[], origin: string): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: t`Home`, path: '/' }, ...crumbs].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@id': `${origin}${languagePath(path)}` },
    })),
  };
}
