import type { WithDatabase } from '@lantern/db/database';
import { FormerPageSlug } from '@lantern/db/models/former-page-slug';
import type { PageTextFields } from '@lantern/db/models/page-text';
import { StorePage } from '@lantern/db/models/store-page';
import { TransactionScope } from '@lantern/db/transaction';
import type { FooterPages, WithFooterPages } from '../../pages/footer-pages.ts';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { orSlugTaken, withFreeSlug } from '../../shared/slugs.ts';
import type { CreatePage, UpdatePage } from './schema.ts';
import { pageTexts, removePageTexts, savePageTexts } from './texts.ts';

export type PageServices = WithDatabase & WithFooterPages & WithLanguages;

/** A page in the list of all. */
export interface AdminPageRow {
  id: number;
  slug: string;
  title: string;
  inFooter: boolean;
  position: number;
  published: boolean;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

export interface AdminPage extends AdminPageRow {
  markdown: string;
  /** By language, without the store's first; null where its text is shown. */
  texts: Record<string, PageTextFields>;
  version: number;
}

/** All pages, in the order in which the footer has them. */
export async function listPages(): Promise<AdminPageRow[]> {
  const pages = await StorePage.findAll({ attributes: { exclude: ['markdown'] }, order: ['position', 'id'] });
  return pages.map(viewRow);
}

/** @throws {ShopError} NOT_FOUND. */
export async function pageById(id: number): Promise<AdminPage> {
  const page = await StorePage.findByPk(id);
  if (!page) throw notFound('page');
  return viewPage(page);
}

/** @throws {ShopError} CONFLICT `slug_taken`. */
export function createPage(services: PageServices, { texts, ...input }: CreatePage): Promise<AdminPage> {
  const { database, footerPages } = services;
  return database.transaction(async () => {
    clearAfterwards(footerPages);
    const position = input.position ?? ((await StorePage.max<number | null, StorePage>('position')) ?? 0) + 1;
    const insert = (slug: string) => StorePage.create({ ...input, position, slug });
    const { slug } = input;
    const page =
      slug === undefined
        ? await withFreeSlug({
            name: input.title,
            fallback: 'page',
            like: (where) => StorePage.findAll({ where, attributes: ['slug'], raw: true }),
            insert,
          })
        : await insert(slug).catch(orSlugTaken);
    await FormerPageSlug.destroy({ where: { slug: page.slug } });
    if (texts) await savePageTexts(services, page.id, texts);
    return viewPage(page);
  });
}

/**
 * Changes a page. Its former slug leads to it from then on.
 * @throws {ShopError} NOT_FOUND; CONFLICT `slug_taken`, or `version_conflict` if it has changed since `version`.
 */
export function updatePage(services: PageServices, input: UpdatePage): Promise<AdminPage> {
  const { id, version, texts, ...fields } = input;
  const { database, footerPages } = services;
  return database.transaction(async () => {
    const page = await lockPage(id);
    if (version !== undefined && version !== page.version) throw changedMeanwhile(page);
    clearAfterwards(footerPages);
    const { slug: before } = page;
    page.set(fields);
    const isTranslated = texts ? await savePageTexts(services, id, texts) : false;
    if (!page.changed() && !isTranslated) return viewPage(page);
    await page
      .set({ version: page.version + 1 })
      .save()
      .catch(orSlugTaken);
    if (page.slug !== before) {
      await FormerPageSlug.destroy({ where: { slug: page.slug } });
      await FormerPageSlug.create({ slug: before, pageId: id });
    }
    return viewPage(page);
  });
}

/** @throws {ShopError} NOT_FOUND. */
export function removePage({ database, footerPages }: PageServices, id: number): Promise<void> {
  return database.transaction(async () => {
    clearAfterwards(footerPages);
    const page = await lockPage(id);
    await removePageTexts(id);
    await page.destroy();
  });
}

/** Creates a removed page again, under its id. @throws {ShopError} CONFLICT `slug_taken`. */
export function restorePage(services: PageServices, id: number, { texts, ...input }: CreatePage): Promise<void> {
  const { database, footerPages } = services;
  return database.transaction(async () => {
    clearAfterwards(footerPages);
    const { slug, position = 0, ...fields } = input;
    if (slug === undefined) throw new Error('A removed page had a slug.');
    await StorePage.create({ ...fields, position, slug, id }).catch(orSlugTaken);
    await FormerPageSlug.destroy({ where: { slug } });
    if (texts) await savePageTexts(services, id, texts);
  });
}

function clearAfterwards(footerPages: FooterPages): void {
  TransactionScope.current()?.afterCommit(() => footerPages.clear());
}

async function lockPage(id: number): Promise<StorePage> {
  const page = await StorePage.findByPk(id, { lock: true });
  if (!page) throw notFound('page');
  return page;
}

function viewRow({ id, slug, title, inFooter, position, published, updatedAt }: StorePage): AdminPageRow {
  return { id, slug, title, inFooter, position, published, updatedAt: updatedAt.toISOString() };
}

async function viewPage(page: StorePage): Promise<AdminPage> {
  const { id, markdown, version } = page;
  return { ...viewRow(page), markdown, texts: await pageTexts(id), version };
}

function changedMeanwhile({ version }: StorePage): ShopError {
  return new ShopError(
    'CONFLICT',
    'Someone else has changed this page since you opened it. Discard your changes to see how it is now.',
    { reason: 'version_conflict', details: { version } },
  );
}
