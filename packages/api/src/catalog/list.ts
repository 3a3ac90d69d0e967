import { nameKey } from '@lantern/db/base/name-key';
import { Product } from '@lantern/db/models/product';
import { where as condition, type FindOptions, literal, Op, type WhereOptions } from '@lantern/db/query';
import type { Translation } from '../shared/languages.ts';
import { encodeCursor, type Page } from '../shared/paging.ts';
import { type CardRow, cardAttributes, cardsOf, type ProductCard } from './cards/cards.ts';
import type { CatalogCounts } from './counts.ts';
import { lastRow } from './cursor.ts';
import { categoryAt } from './former-slugs.ts';
import { MAX_PRICE_CENTS } from './limits.ts';
import { isChosen } from './options/chosen.ts';
import { hasOptions } from './options/for-sale.ts';
import { hasPriceBetween, listedPrice } from './sale-prices.ts';
import type { CatalogFilters, Sort } from './schema.ts';
import { inLanguage } from './texts.ts';
import { pageByName } from './translated-names.ts';

export interface CatalogPage extends Page<ProductCard> {
  /** How many match the filters, over all pages. */
  total: number;
}

/** A page of the catalogue list. */
export interface ListPage extends CatalogPage {
  /** The current slug of the listed category, even if requested by a former one. */
  category: string | null;
}

/**
 * Each sort order has an index on `products`, except prices above a bound; the id as a second key makes every
 * position unique.
 */
const orders = {
  newest: { column: 'id', descending: true },
  price_asc: { column: 'priceCents', descending: false },
  price_desc: { column: 'priceCents', descending: true },
  name: { column: 'nameKey', descending: false },
} as const satisfies Record<Sort, { column: keyof CardRow | 'nameKey'; descending: boolean }>;

export interface ListQuery extends CatalogFilters {
  cursor?: string | null;
  limit: number;
}

/**
 * A page of active products, with the total count. By name, they are sorted by what they are called in the language.
 * @throws {ShopError} NOT_FOUND for an unknown category, BAD_REQUEST for a cursor of another sort order.
 */
export async function listProducts(
  services: { counts: CatalogCounts },
  query: ListQuery,
  language: Translation,
): Promise<ListPage> {
  const { limit, sort = 'newest', minPriceCents, maxPriceCents, inStock, options } = query;
  const listed = query.category === undefined ? null : await categoryAt(query.category);
  const category = listed?.slug;
  const where = filtersOf(query, listed?.id);
  const { column, descending } = orders[sort];
  const direction = descending ? 'DESC' : 'ASC';
  const price = listedPrice(minPriceCents ?? 0);
  const key = column === 'priceCents' ? literal(price) : column;
  const [total, rows] = await Promise.all([
    services.counts.total({ category, minPriceCents, maxPriceCents, inStock, options }, where),
    language !== null && sort === 'name'
      ? readByName(query, listed?.id, language)
      : Product.findAll({
          where: { [Op.and]: [where, after(sort, query.cursor, price)] },
          attributes: attributesWith(price),
          order:
            column === 'id'
              ? [['id', direction]]
              : [
                  [key, direction],
                  ['id', direction],
                ],
          limit: limit + 1,
          raw: true,
        }),
  ]);
  const shown = await inLanguage(rows.slice(0, limit), language);
  const last = shown.at(-1);
  return {
    items: await cardsOf(shown, language),
    nextCursor:
      rows.length > limit && last
        ? encodeCursor([sort, column === 'nameKey' ? nameKey(last.name) : last[column], last.id])
        : null,
    total,
    category: category ?? null,
  };
}

const attributesWith = (price: string): FindOptions<Product>['attributes'] => [
  ...cardAttributes.filter((name) => name !== 'priceCents'),
  [literal(price), 'priceCents'],
];

/** The rows of a page in another language than the store's first, and one more, by their names in it. */
async function readByName(query: ListQuery, categoryId: number | undefined, language: string): Promise<CardRow[]> {
  const { limit, cursor, minPriceCents = 0 } = query;
  const conditions = conditionsOf(query, categoryId);
  const id = await pageByName(conditions, { language, after: lastRow('name', cursor), limit: limit + 1 });
  const attributes = attributesWith(listedPrice(minPriceCents));
  const rows = await Product.findAll({ where: { id }, attributes, raw: true });
  return rows.sort((a, b) => id.indexOf(a.id) - id.indexOf(b.id));
}

/** The conditions of the filters, without the cursor. */
export function filtersOf(filters: CatalogFilters, categoryId: number | undefined): WhereOptions<Product> {
  return { [Op.and]: conditionsOf(filters, categoryId).map((sql) => literal(sql)) };
}

/** The same in SQL. */
function conditionsOf(filters: CatalogFilters, categoryId: number | undefined): string[] {
  const { minPriceCents = 0, maxPriceCents, inStock, options } = filters;
  const conditions = ["Product.status = 'active'"];
  // Implied by the next condition, but lets the database stop early in an index.
  if (maxPriceCents !== undefined) conditions.push(`Product.priceCents <= ${Number(maxPriceCents)}`);
  if (minPriceCents > 0 || maxPriceCents !== undefined) {
    conditions.push(hasPriceBetween(minPriceCents, maxPriceCents ?? MAX_PRICE_CENTS, inStock));
  }
  if (categoryId !== undefined) conditions.push(inCategory(categoryId));
  if (inStock) conditions.push(HAS_STOCK);
  if (isChosen(options)) conditions.push(hasOptions(options));
  return conditions;
}

// Not EXISTS: MariaDB would materialize all variants in stock, however few rows a page needs.
const HAS_STOCK =
  '(SELECT 1 FROM variants v WHERE v.productId = Product.id AND v.archivedAt IS NULL AND v.stock > 0 LIMIT 1) IS NOT NULL';

function inCategory(id: number): string {
  return `EXISTS (SELECT 1 FROM product_categories pc WHERE pc.categoryId = ${Number(id)} AND pc.productId = Product.id)`;
}

/** The keyset condition: strictly after the last row of the previous page. */
function after(sort: Sort, cursor: string | null | undefined, price: string): WhereOptions<Product> {
  const before = lastRow(sort, cursor);
  if (!before) return {};
  const { key, id } = before;
  const { column, descending } = orders[sort];
  const comparison = descending ? Op.lt : Op.gt;
  if (column === 'id') return { id: { [comparison]: id } };
  if (column === 'priceCents') {
    const last = literal(price);
    return {
      [Op.and]: [
        condition(last, descending ? Op.lte : Op.gte, key),
        {
          [Op.or]: [
            condition(last, comparison, key),
            { [Op.and]: [condition(last, Op.eq, key), { id: { [comparison]: id } }] },
          ],
        },
      ],
    };
  }
  return {
    // The first half is implied by the second, but lets the database seek in the index.
    [column]: { [descending ? Op.lte : Op.gte]: key },
    [Op.or]: [{ [column]: { [comparison]: key } }, { [column]: key, id: { [comparison]: id } }],
  };
}
