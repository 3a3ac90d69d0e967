import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { literal, Op } from '@lantern/db/query';
import type { LastRow } from './cursor.ts';

interface NameQuery {
  /** Not the store's first. */
  language: string;
  /** The last row of the previous page. */
  after: LastRow<string> | null;
  limit: number;
}

/**
 * The ids of the products that come next in a list by name, in a language: those with a name in it, and between them the
 * others, whose first language's name is shown. Each kind is read from an index.
 * @param conditions in SQL, of `Product`.
 */
export async function pageByName(conditions: string[], query: NameQuery): Promise<number[]> {
  const { limit } = query;
  const translated = await readTranslated(conditions, query);
  // What comes after a full page need not be looked for among products that may all have names in this language.
  const end = translated.length === limit ? translated.at(-1)?.key : undefined;
  const others = await readOthers(conditions, query, end);
  return [...translated, ...others]
    .sort((a, b) => byKey(a.key, b.key) || a.id - b.id)
    .slice(0, limit)
    .map(({ id }) => id);
}

async function readTranslated(conditions: string[], { language, after, limit }: NameQuery): Promise<LastRow<string>[]> {
  const matches = ['Product.id = ProductText.productId', ...conditions].join(' AND ');
  const rows = await ProductText.findAll({
    where: {
      [Op.and]: [
        { language, nameKey: { [Op.not]: null } },
        ...(after ? [literal(beyond('ProductText.nameKey', 'ProductText.productId'))] : []),
        // Not EXISTS: MariaDB would start from the products, and sort them all.
        literal(`(SELECT 1 FROM products Product WHERE ${matches} LIMIT 1) IS NOT NULL`),
      ],
    },
    attributes: ['productId', 'nameKey'],
    order: ['nameKey', 'productId'],
    limit,
    replacements: { ...after },
    raw: true,
  });
  return rows.map(({ productId, nameKey }) => ({ key: nameKey ?? '', id: productId }));
}

async function readOthers(
  conditions: string[],
  { language, after, limit }: NameQuery,
  end: string | undefined,
): Promise<LastRow<string>[]> {
  const all = [...conditions, UNTRANSLATED];
  if (after) all.push(beyond('Product.nameKey', 'Product.id'));
  if (end !== undefined) all.push('Product.nameKey <= :end');
  const rows = await Product.findAll({
    where: literal(all.map((sql) => `(${sql})`).join(' AND ')),
    attributes: ['id', 'nameKey'],
    order: ['nameKey', 'id'],
    limit,
    replacements: { language, end, ...after },
    raw: true,
  });
  return rows.map(({ id, nameKey }) => ({ key: nameKey, id }));
}

const UNTRANSLATED = `(SELECT 1 FROM product_texts t WHERE t.productId = Product.id AND t.language = :language
  AND t.nameKey IS NOT NULL LIMIT 1) IS NULL`;

/** The first half is implied by the second, but lets the database seek in the index. */
const beyond = (key: string, id: string) => `${key} >= :key AND (${key} > :key OR ${id} > :id)`;

/** As both databases do: by the bytes of UTF-8. */
const byKey = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
