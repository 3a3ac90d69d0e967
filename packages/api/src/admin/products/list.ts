import { nameKey } from '@lantern/db/base/name-key';
import type { WithDatabase } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { type FindOptions, literal, type Ordering } from '@lantern/db/query';
import { z } from 'zod';
import { keysOf } from '../../catalog/cursor.ts';
import { categoryAt } from '../../catalog/former-slugs.ts';
import { decodeCursor, encodeCursor, type Page } from '../../shared/paging.ts';
import { verbatim } from '../../shared/schema.ts';
import { lowCondition } from './low-products.ts';
import { type AdminProductRow, rowAttributes, rowsOf } from './rows.ts';
import type { ProductListQuery, ProductSort } from './schema.ts';
import { searchCondition } from './search.ts';
import { refreshStock } from './stock.ts';
import { versionColumn } from './version.ts';

export interface AdminProductPage extends Page<AdminProductRow> {
  /** How many match the filters, over all pages. */
  total: number;
}

/** With more products than this, a category fills a page soon. */
const MANY_MEMBERS = 2000;

const attributes = [...rowAttributes, 'stock' as const, versionColumn];

type SortKeys = Pick<Product, 'id' | 'name' | 'priceCents' | 'stock'>;

/** The key of each sort order, in SQL and in rows; the id as a second key makes positions unique. */
const orders = {
  newest: { key: 'Product.id', descending: true, keyOf: ({ id }) => id },
  name: { key: 'Product.nameKey', descending: false, keyOf: ({ name }) => nameKey(name) },
  name_desc: { key: 'Product.nameKey', descending: true, keyOf: ({ name }) => nameKey(name) },
  price_asc: { key: 'Product.priceCents', descending: false, keyOf: ({ priceCents }) => priceCents },
  price_desc: { key: 'Product.priceCents', descending: true, keyOf: ({ priceCents }) => priceCents },
  stock_asc: { key: 'Product.stock', descending: false, keyOf: ({ stock }) => stock },
  stock_desc: { key: 'Product.stock', descending: true, keyOf: ({ stock }) => stock },
} as const satisfies Record<ProductSort, Order>;

interface Order {
  key: string;
  descending: boolean;
  keyOf: (product: SortKeys) => string | number;
}

/**
 * A page of products in any status, with the total count.
 * @throws {ShopError} NOT_FOUND for an unknown category, BAD_REQUEST for a cursor of another sort order.
 */
export async function listAdminProducts(services: WithDatabase, query: ProductListQuery): Promise<AdminProductPage> {
  const { limit, sort } = query;
  const { key, descending, keyOf }: Order = orders[sort];
  const direction = descending ? 'DESC' : 'ASC';
  const order: Ordering = [
    [literal(key), direction],
    ['id', direction],
  ];
  if (sort === 'stock_asc' || sort === 'stock_desc') await refreshStock(services);
  const filters = await filtersOf(services, query);
  const category = await listedCategory(services, query);
  const page = {
    where: matching([...filters, ...category.listing, ...after(services, query)]),
    order,
    limit: limit + 1,
  };
  const [total, found] = await Promise.all([category.count(filters), readPage(page, category.isMany)]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const more = found.length > limit && last;
  return {
    items: await rowsOf(shown),
    nextCursor: more ? encodeCursor([sort, keyOf(last), last.id]) : null,
    total,
  };
}

function readPage(page: FindOptions<Product>, isMany: boolean): Promise<Product[]> {
  return isMany ? readById(page) : Product.findAll({ ...page, attributes, raw: true });
}

/** The ids come from an index alone: those of other categories, which may be many, are passed by without their products. */
async function readById(page: FindOptions<Product>): Promise<Product[]> {
  const found = await Product.findAll({ ...page, attributes: ['id'], raw: true });
  return Product.findAll({ where: { id: found.map(({ id }) => id) }, order: page.order, attributes, raw: true });
}

function matching(conditions: string[]) {
  return literal(conditions.map((condition) => `(${condition})`).join(' AND ') || '1 = 1');
}

async function filtersOf(
  services: WithDatabase,
  { q, status, stock, untranslated }: ProductListQuery,
): Promise<string[]> {
  const conditions: string[] = [];
  if (status) conditions.push(`Product.status = ${services.database.quote(status)}`);
  if (q) conditions.push(await searchCondition(services, q));
  if (untranslated) conditions.push(`NOT EXISTS (${namedIn(services, untranslated)})`);
  if (stock === 'low') conditions.push(await lowCondition(services));
  return conditions;
}

const namedIn = ({ database }: WithDatabase, language: string) =>
  `SELECT 1 FROM product_texts t
   WHERE t.productId = Product.id AND t.language = ${database.quote(language)} AND t.name IS NOT NULL`;

interface ListedCategory {
  isMany: boolean;
  /** Which products are in it. */
  listing: string[];
  /** How many products in it match the filters. */
  count(filters: string[]): Promise<number>;
}

/**
 * SQL for the products of a category. If it has many, they are counted through their category, but listed in their
 * order until the page is full: MariaDB would make a join of `IN`, and sort all of them.
 */
async function listedCategory({ database }: WithDatabase, { category }: ProductListQuery): Promise<ListedCategory> {
  const countAll = (conditions: string[]) => Product.count({ where: matching(conditions) });
  if (category === undefined) return { isMany: false, listing: [], count: countAll };
  const { id } = await categoryAt(category);
  const members = `SELECT pc.productId FROM product_categories pc WHERE pc.categoryId = ${id}`;
  const isMember = `Product.id IN (${members})`;
  const some = await database.select(`${members} LIMIT ${MANY_MEMBERS + 1}`, {});
  const isMany = some.length > MANY_MEMBERS;
  return {
    isMany,
    listing: [isMany ? `(${members} AND pc.productId = Product.id) IS NOT NULL` : isMember],
    count: (filters) =>
      filters.length > 0 ? countAll([...filters, isMember]) : ProductCategory.count({ where: { categoryId: id } }),
  };
}

const integer = z.number().int();

/** The second key is the id. */
const cursors = {
  newest: keysOf('newest', integer),
  name: keysOf('name', verbatim),
  name_desc: keysOf('name_desc', verbatim),
  price_asc: keysOf('price_asc', integer),
  price_desc: keysOf('price_desc', integer),
  stock_asc: keysOf('stock_asc', integer),
  stock_desc: keysOf('stock_desc', integer),
} satisfies Record<ProductSort, z.ZodType>;

/** The keyset condition: strictly after the last row of the previous page. */
function after({ database }: WithDatabase, { sort, cursor }: ProductListQuery): string[] {
  const keys = decodeCursor<[string, string | number, number]>(cursor, cursors[sort]);
  if (!keys) return [];
  const last = database.quote(keys[1]);
  const id = database.quote(keys[2]);
  const { key, descending } = orders[sort];
  const comparison = descending ? '<' : '>';
  // The first is implied by the second, but lets the database seek in an index.
  return [`${key} ${comparison}= ${last}`, `(${key}, Product.id) ${comparison} (${last}, ${id})`];
}
