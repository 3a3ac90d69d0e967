import { PageText, type PageTextFields, pageTextFields } from '@lantern/db/models/page-text';
import { pick } from '@lantern/db/pick';
import { refuseOtherLanguages, type WithLanguages } from '../../shared/languages.ts';
import type { PageTextValues } from './schema.ts';

/** What is written of a page, by language; without the store's first, and those in which there is nothing. */
export async function pageTexts(pageId: number): Promise<Record<string, PageTextFields>> {
  const rows = await PageText.findAll({ where: { pageId }, order: ['language'], raw: true });
  return Object.fromEntries(rows.map((row) => [row.language, pick(row, pageTextFields)]));
}

/**
 * Changes the given texts of a page; empty ones fall back to the first language. True if that changes anything.
 * @throws {ShopError} BAD_REQUEST for a language that the store does not have, or its first one.
 */
export async function savePageTexts(services: WithLanguages, pageId: number, texts: PageTextValues): Promise<boolean> {
  refuseOtherLanguages(texts, services);
  const rows = await PageText.findAll({ where: { pageId } });
  let changed = false;
  for (const [language, values] of Object.entries(texts)) {
    const known = rows.find((row) => row.language === language);
    const row = known ?? PageText.build({ pageId, language, title: null, markdown: null });
    for (const field of pageTextFields) if (values[field] !== undefined) row.set(field, values[field] || null);
    const isEmpty = pageTextFields.every((field) => row[field] === null);
    if (known ? row.changed() === false : isEmpty) continue;
    await (isEmpty ? row.destroy() : row.save());
    changed = true;
  }
  return changed;
}

/** Removes all texts of a page; the log would not know of those that go with its row. */
export async function removePageTexts(pageId: number): Promise<void> {
  for (const row of await PageText.findAll({ where: { pageId } })) await row.destroy();
}
