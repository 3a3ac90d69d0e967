import { StorePage } from '@lantern/db/models/store-page';
import { SECOND_MS } from '../shared/dates.ts';
import type { Translation } from '../shared/languages.ts';
import { TtlCache } from '../shared/ttl-cache.ts';
import { pageTextsOf } from './texts.ts';

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

  /** In the order that admins have given them, with their titles in a language. */
  list(language: Translation): Promise<PageLink[]> {
    return this.#cache.get(
      language ?? '',
      () => readLinks(language),
      () => true,
    );
  }

  clear(): void {
    this.#cache.clear();
  }
}

async function readLinks(language: Translation): Promise<PageLink[]> {
  const where = { published: true, inFooter: true };
  const order = ['position', 'id'];
  const pages = await StorePage.findAll({ where, attributes: ['id', 'slug', 'title'], order, raw: true });
  const texts = await pageTextsOf(
    pages.map(({ id }) => id),
    language,
  );
  return pages.map(({ id, slug, title }) => ({ slug, title: texts.get(id)?.title ?? title }));
}
