import { ProductText, type TextFields, textFields } from '@lantern/db/models/product-text';
import { pick } from '@lantern/db/pick';
import type { Translation } from '../shared/languages.ts';

/** What is shown of a product instead of its own texts; null where these are shown. */
export type Texts = Readonly<TextFields>;

/** The texts of these products in a language, by product id; those of the store's first are in the products themselves. */
export async function textsOf(productId: number[], language: Translation): Promise<ReadonlyMap<number, Texts>> {
  if (language === null || productId.length === 0) return new Map();
  const rows = await ProductText.findAll({
    where: { productId, language },
    attributes: ['productId', ...textFields],
    raw: true,
  });
  return new Map(rows.map((row) => [row.productId, row]));
}

/** A product with these texts in place of its own, as far as there are any; only in fields that it has. */
export function withTexts<Row extends object>(row: Row, texts: Texts | undefined): Row {
  if (!texts) return row;
  const written = textFields.filter((field) => field in row && texts[field] !== null);
  return { ...row, ...pick(texts, written) };
}

/** These products with their texts in a language. */
export async function inLanguage<Row extends { id: number }>(rows: Row[], language: Translation): Promise<Row[]> {
  if (language === null) return rows;
  const texts = await textsOf(
    rows.map(({ id }) => id),
    language,
  );
  return rows.map((row) => withTexts(row, texts.get(row.id)));
}
