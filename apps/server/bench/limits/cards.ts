import { summarizeOptions } from '@lantern/api/catalog/cards/option-summary';
import type { Sql } from './sql.ts';

const NEW_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** A product of a page, once for each of its variants. */
interface CardRow {
  id: number;
  slug: string;
  name: string;
  nameKey: string;
  priceCents: number;
  tagline: string | null;
  createdAt: Date | string;
  imageUrl: string | null;
  accent: number | null;
  categoryName: string | null;
  /** How many match, if the selection counts them. */
  total?: number;
  variantCents: number | null;
  stock: number | null;
  options: string | null;
}

/** Which products are on a page, in parts of SQL about `products p`. */
interface Selection {
  /** Columns besides those of a card. */
  columns?: string;
  joins?: string;
  /** Besides being active. */
  conditions?: string[];
  values: (string | number)[];
  order: string;
  limit: number;
}

/** The rows of a page in one statement. Each generated product is in one category, so that joining it repeats no row. */
export async function cardRows(sql: Sql, selection: Selection): Promise<CardRow[][]> {
  const { columns = '', joins = '', conditions = [], values, order, limit } = selection;
  const rows = await sql.query<CardRow>(
    `SELECT p.*, i.url AS imageUrl, c.accent, c.name AS categoryName, v.priceCents AS variantCents, v.stock, v.options
    FROM (SELECT p.id, p.slug, p.name, p.nameKey, p.priceCents, p.tagline, p.createdAt ${columns}
      FROM products p ${joins}
      WHERE ${["p.status = 'active'", ...conditions].join(' AND ')}
      ORDER BY ${order} LIMIT ${Number(limit)}) p
    LEFT JOIN product_images i ON i.productId = p.id AND i.position = 0
    LEFT JOIN product_categories pc ON pc.productId = p.id AND pc.direct = 1
    LEFT JOIN categories c ON c.id = pc.categoryId
    LEFT JOIN variants v ON v.productId = p.id AND v.archivedAt IS NULL
    ORDER BY ${order}, v.position`,
    values,
  );
  const byProduct = new Map<number, CardRow[]>();
  for (const row of rows) {
    const own = byProduct.get(row.id);
    if (own) own.push(row);
    else byProduct.set(row.id, [row]);
  }
  return [...byProduct.values()];
}

/** The card of a product from its rows, with the same fields as the store's. */
export function cardsOf(products: CardRow[][]) {
  return products.flatMap((rows) => {
    const [product] = rows;
    if (!product) return [];
    const stock = rows.reduce((sum, row) => sum + (row.stock ?? 0), 0);
    return {
      ...common(product, rows),
      id: product.id,
      inStock: stock > 0,
      stock,
      isNew: new Date(product.createdAt).getTime() > Date.now() - NEW_FOR_MS,
      optionSummary:
        product.tagline ?? summarizeOptions(rows.flatMap(({ options }) => (options ? JSON.parse(options) : []))),
    };
  });
}

/** The suggestion of a product from its rows, likewise. */
export function suggestionsOf(products: CardRow[][]) {
  return products.flatMap((rows) => {
    const [product] = rows;
    return product ? { ...common(product, rows), categoryName: product.categoryName } : [];
  });
}

function common({ slug, name, imageUrl, accent, priceCents }: CardRow, rows: CardRow[]) {
  const inStock = rows.filter(({ stock }) => stock);
  const forSale = inStock.length > 0 ? inStock : rows;
  const fromPrice = forSale.some(({ variantCents }) => (variantCents ?? 0) > priceCents);
  return { slug, name, imageUrl, accent: accent ?? 1, priceCents, fromPrice };
}
