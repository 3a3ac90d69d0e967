import type { WithDatabase } from '@lantern/db/database';
import { FormerPageSlug } from '@lantern/db/models/former-page-slug';
import { StorePage } from '@lantern/db/models/store-page';
import { TransactionScope } from '@lantern/db/transaction';
import type { FooterPages, WithFooterPages } from '../../pages/footer-pages.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { orSlugTaken, withFreeSlug } from '../../shared/slugs.ts';
import type { CreatePage, UpdatePage } from './schema.ts';

type PageServices = WithDatabase & WithFooterPages;

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
export function createPage({ database, footerPages }: PageServices, input: CreatePage): Promise<AdminPage> {
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
    return viewPage(page);
  });
}

/**
 * Changes a page. Its former slug leads to it from then on.
 * @throws {ShopError} NOT_FOUND; CONFLICT `slug_taken`, or `version_conflict` if it has changed since `version`.
 */
export function updatePage({ database, footerPages }: PageServices, input: UpdatePage): Promise<AdminPage> {
  const { id, version, ...fields } = input;
  return database.transaction(async () => {
    const page = await lockPage(id);
    if (version !== undefined && version !== page.version) throw changedMeanwhile(page);
    clearAfterwards(footerPages);
    const { slug: before } = page;
    page.set(fields);
    if (!page.changed()) return viewPage(page);
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
    await (await lockPage(id)).destroy();
  });
}

/** Creates a removed page again, under its id. @throws {ShopError} CONFLICT `slug_taken`. */
export function restorePage({ database, footerPages }: PageServices, id: number, input: CreatePage): Promise<void> {
  return database.transaction(async () => {
    clearAfterwards(footerPages);
    const { slug, position = 0, ...fields } = input;
    if (slug === undefined) throw new Error('A removed page had a slug.');
    await StorePage.create({ ...fields, position, slug, id }).catch(orSlugTaken);
    await FormerPageSlug.destroy({ where: { slug } });
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

function viewPage(page: StorePage): AdminPage {
  return { ...viewRow(page), markdown: page.markdown, version: page.version };
}

function changedMeanwhile({ version }: StorePage): ShopError {
  return new ShopError(
    'CONFLICT',
    'Someone else has changed this page since you opened it. Discard your changes to see how it is now.',
    { reason: 'version_conflict', details: { version } },
  );
}
