import { CategoryText } from '@lantern/db/models/category-text';
import { groupBy } from '../../shared/group-by.ts';
import { refuseOtherLanguages, type WithLanguages } from '../../shared/languages.ts';
import type { CategoryTexts } from './schema.ts';

/** What categories are called, by language; without the store's first, and those in which there is no name. */
export type CategoryNames = Record<string, { name: string }>;

/** The names of these categories, by category id; of all without `categoryId`. */
export async function categoryTexts(categoryId?: number): Promise<Map<number, CategoryNames>> {
  const where = categoryId === undefined ? {} : { categoryId };
  const rows = await CategoryText.findAll({ where, order: ['language'], raw: true });
  const byCategory = groupBy(rows, (row) => row.categoryId);
  return new Map(
    [...byCategory].map(([id, own]) => [id, Object.fromEntries(own.map(({ language, name }) => [language, { name }]))]),
  );
}

/**
 * Changes the given names of a category; empty ones fall back to the first language.
 * @throws {ShopError} BAD_REQUEST for a language that the store does not have, or its first one.
 */
export async function saveCategoryTexts(
  services: WithLanguages,
  categoryId: number,
  texts: CategoryTexts,
): Promise<void> {
  refuseOtherLanguages(texts, services);
  const rows = await CategoryText.findAll({ where: { categoryId } });
  for (const [language, { name }] of Object.entries(texts)) {
    if (name === undefined) continue;
    const row = rows.find((known) => known.language === language);
    if (!name) await row?.destroy();
    else if (row) await row.update({ name });
    else await CategoryText.create({ categoryId, language, name });
  }
}
