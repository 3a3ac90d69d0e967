import { ProductText, type TextFields, textFields } from '@lantern/db/models/product-text';
import { pick } from '@lantern/db/pick';
import { refuseOtherLanguages, type WithLanguages } from '../../shared/languages.ts';
import type { TextValues } from './schema.ts';

/** What is written of a product, by language; without the store's first, and those in which there is nothing. */
export async function productTexts(productId: number): Promise<Record<string, TextFields>> {
  const rows = await ProductText.findAll({ where: { productId }, order: ['language'], raw: true });
  return Object.fromEntries(rows.map((row) => [row.language, pick(row, textFields)]));
}

/**
 * Changes the given texts of a product; empty ones fall back to the first language. True if that changes anything.
 * @throws {ShopError} BAD_REQUEST for a language that the store does not have, or its first one.
 */
export async function saveTexts(services: WithLanguages, productId: number, texts: TextValues): Promise<boolean> {
  refuseOtherLanguages(texts, services);
  const rows = await ProductText.findAll({ where: { productId } });
  let changed = false;
  for (const [language, values] of Object.entries(texts)) {
    const known = rows.find((row) => row.language === language);
    const row = known ?? ProductText.build({ productId, language, name: null, tagline: null, description: null });
    for (const field of textFields) if (values[field] !== undefined) row.set(field, values[field] || null);
    const isEmpty = textFields.every((field) => row[field] === null);
    if (known ? row.changed() === false : isEmpty) continue;
    await (isEmpty ? row.destroy() : row.save());
    changed = true;
  }
  return changed;
}
