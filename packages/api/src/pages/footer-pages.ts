import { StorePage } from '@lantern/db/models/store-page';
import { SECOND_MS } from '../shared/dates.ts';
import { TtlCache } from '../shared/ttl-cache.ts';

/** What a link to a page takes. */
export interface PageLink {
  slug: string;
  title: string;
}

/** What functions depend on that change pages. */
export interface WithFooterPages {
  footerPages: FooterPages;
}

/** For a change that no log reports, such as filling a store while its servers run. */
const TTL_MS = 60 * SECOND_MS;

/** The pages in the footer, kept in memory, as every page has them. Call `clear` when one changes. */
export class FooterPages {
  readonly #cache = new TtlCache<PageLink[]>(TTL_MS);

  /** In the order that admins have given them. */
  list(): Promise<PageLink[]> {
    return this.#cache.get('', readLinks, () => true);
  }

  clear(): void {
    this.#cache.clear();
  }
}

async function readLinks(): Promise<PageLink[]> {
  const where = { published: true, inFooter: true };
  return StorePage.findAll({ where, attributes: ['slug', 'title'], order: ['position', 'id'], raw: true });
}
