import { FormerPageSlug } from '@lantern/db/models/former-page-slug';
import { StorePage } from '@lantern/db/models/store-page';
import type { Translation } from '../shared/languages.ts';
import { notFound } from '../shared/shop-error.ts';
import { renderMarkdown } from './markdown.ts';
import { linkedIn, pageTextsOf } from './texts.ts';

/** A page that the store's owners have written, as everybody reads it. */
export interface PageView {
  slug: string;
  title: string;
  /** Safe to show as it is. */
  html: string;
  /** The words of its first paragraph. */
  summary: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

/**
 * The published page with this slug in a language or, if there is none, the one that had it: compare the slugs.
 * @throws {ShopError} NOT_FOUND.
 */
export async function pageBySlug(slug: string, language: Translation): Promise<PageView> {
  const page = (await StorePage.findOne({ where: { slug, published: true } })) ?? (await formerlyAt(slug));
  if (!page) throw notFound('page');
  const own = (await pageTextsOf([page.id], language)).get(page.id);
  const { html, summary } = renderMarkdown(own?.markdown ?? page.markdown);
  return {
    slug: page.slug,
    title: own?.title ?? page.title,
    html: linkedIn(html, language),
    summary,
    updatedAt: page.updatedAt.toISOString(),
  };
}

/** The published pages that are to be found, by their slugs. */
export async function pageAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  const where = { published: true };
  return StorePage.findAll({ where, attributes: ['slug', 'updatedAt'], order: ['position', 'id'], raw: true });
}

async function formerlyAt(slug: string): Promise<StorePage | null> {
  const former = await FormerPageSlug.findByPk(slug, { raw: true });
  return former && StorePage.findOne({ where: { id: former.pageId, published: true } });
}
