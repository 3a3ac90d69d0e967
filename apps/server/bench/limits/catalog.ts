import { encodeCursor } from '@lantern/api/shared/paging';
import { foldText } from '@lantern/text/fold';
import { cardRows, cardsOf, suggestionsOf } from './cards.ts';
import type { Sql } from './sql.ts';

const MAX_SUGGESTIONS = 8;
const SEARCH_PAGE = 24;

const orders = {
  newest: { column: 'id', descending: true },
  price_asc: { column: 'priceCents', descending: false },
  price_desc: { column: 'priceCents', descending: true },
  name: { column: 'nameKey', descending: false },
} as const;

export interface ListInput {
  category?: string;
  sort: keyof typeof orders;
  cursor?: string;
  limit: number;
}

/** What shoppers ask about the catalogue, in plain SQL. Counts are kept once taken, as no store could keep them. */
export class BareCatalog {
  readonly #totals = new Map<string, Promise<number>>();
  #counts: Promise<Map<number, number>> | undefined;

  constructor(private readonly sql: Sql) {}

  async list({ category, sort, cursor, limit }: ListInput) {
    const { column, descending } = orders[sort];
    const [direction, comparison] = descending ? ['DESC', '<'] : ['ASC', '>'];
    const joins = category
      ? `JOIN categories own ON own.slug = ? JOIN product_categories o ON o.categoryId = own.id AND o.productId = p.id`
      : '';
    const values: (string | number)[] = category ? [category] : [];
    const conditions: string[] = [];
    if (cursor) {
      const [, key, id]: [string, string | number, number] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      if (column === 'id') conditions.push(`p.id ${comparison} ?`);
      else conditions.push(`p.${column} ${comparison}= ?`, `(p.${column} ${comparison} ? OR p.id ${comparison} ?)`);
      values.push(...(column === 'id' ? [id] : [key, key, id]));
    }
    const order = column === 'id' ? `p.id ${direction}` : `p.${column} ${direction}, p.id ${direction}`;
    const [total, found] = await Promise.all([
      this.#total(category),
      cardRows(this.sql, { joins, conditions, values, order, limit: limit + 1 }),
    ]);
    const shown = found.slice(0, limit);
    const last = shown.at(-1)?.[0];
    const nextCursor = found.length > limit && last ? encodeCursor([sort, last[column], last.id]) : null;
    return { items: cardsOf(shown), nextCursor, total, category: category ?? null };
  }

  async bySlug(slug: string) {
    const own = `JOIN products p ON p.id = t.productId AND p.slug = ? AND p.status = 'active'`;
    const [[product], images, path, variants] = await Promise.all([
      this.sql.query<{ id: number; slug: string; name: string; description: string; tagline: string | null }>(
        `SELECT id, slug, name, description, tagline FROM products WHERE slug = ? AND status = 'active'`,
        [slug],
      ),
      this.sql.query(`SELECT t.url, t.alt FROM product_images t ${own} ORDER BY t.position`, [slug]),
      this.sql.query<{ slug: string; name: string; accent: number }>(
        `SELECT c.slug, c.name, c.accent FROM product_categories t ${own}
        JOIN categories c ON c.id = t.categoryId ORDER BY t.direct, c.id`,
        [slug],
      ),
      this.sql.query<{ options: string }>(
        `SELECT t.id, t.sku, t.options, t.priceCents, t.stock FROM variants t ${own}
        WHERE t.archivedAt IS NULL ORDER BY t.position, t.id`,
        [slug],
      ),
    ]);
    return {
      ...product,
      accent: path.at(-1)?.accent ?? 1,
      images,
      categories: path.map(({ slug, name }) => ({ slug, name })),
      variants: variants.map((variant) => ({ ...variant, options: JSON.parse(variant.options) })),
    };
  }

  /** Names that begin with what was typed. A range rather than LIKE, for which SQLite would use no index. */
  async suggest(q: string) {
    const start = foldText(q);
    const found = await cardRows(this.sql, {
      conditions: ['p.nameKey >= ?', 'p.nameKey < ?'],
      values: [start, `${start}\u{10ffff}`],
      order: 'p.nameKey',
      limit: MAX_SUGGESTIONS,
    });
    return suggestionsOf(found);
  }

  async categories() {
    this.#counts ??= this.sql
      .query<{ categoryId: number; count: number }>(
        `SELECT t.categoryId, COUNT(*) AS count FROM product_categories t
        JOIN products p ON p.id = t.productId AND p.status = 'active' GROUP BY t.categoryId`,
      )
      .then((rows) => new Map(rows.map(({ categoryId, count }) => [categoryId, count])));
    const [rows, counts] = await Promise.all([
      this.sql.query<{ id: number; parentId: number | null }>(
        'SELECT id, parentId, slug, name, accent, imageUrl FROM categories ORDER BY position, id',
      ),
      this.#counts,
    ]);
    const under = (parent: number | null): object[] =>
      rows
        .filter(({ parentId }) => parentId === parent)
        .map(({ id, parentId: _, ...shown }) => ({ ...shown, productCount: counts.get(id) ?? 0, children: under(id) }));
    return under(null);
  }

  /** MariaDB searches the copy that `makeSearchTable` has made; SQLite has names only. Neither forgives a typo. */
  async search(q: string) {
    const words = foldText(q).match(/[\p{L}\p{N}]+/gu) ?? [];
    const total = ', COUNT(*) OVER () AS total';
    const found = await cardRows(
      this.sql,
      this.sql.dialect === 'mariadb'
        ? {
            columns: `, MATCH (s.words) AGAINST (? IN BOOLEAN MODE) AS score ${total}`,
            joins: 'JOIN bench_search s ON s.productId = p.id AND MATCH (s.words) AGAINST (? IN BOOLEAN MODE)',
            values: Array<string>(2).fill(
              words
                .filter(isIndexed)
                .map((word) => `+${word}*`)
                .join(' '),
            ),
            order: 'score DESC, p.id',
            limit: SEARCH_PAGE,
          }
        : {
            columns: total,
            conditions: words.map(() => 'p.nameKey LIKE ?'),
            values: words.map((word) => `%${word}%`),
            order: 'p.id',
            limit: SEARCH_PAGE,
          },
    );
    return { items: cardsOf(found), nextCursor: null, total: found[0]?.[0]?.total ?? 0 };
  }

  #total(category = ''): Promise<number> {
    const present = this.#totals.get(category);
    if (present) return present;
    const members = `AND id IN (SELECT o.productId FROM product_categories o JOIN categories c ON c.id = o.categoryId
      WHERE c.slug = ?)`;
    const counted = this.sql
      .query<{ count: number }>(
        `SELECT COUNT(*) AS count FROM products WHERE status = 'active' ${category && members}`,
        category ? [category] : [],
      )
      .then(([row]) => row?.count ?? 0);
    this.#totals.set(category, counted);
    return counted;
  }
}

/** InnoDB has no shorter words in a full-text index. */
const isIndexed = (word: string) => word.length >= 3;

/** Copies the words of all products into a table with a full-text index, where the database has one. */
export async function makeSearchTable(sql: Sql): Promise<void> {
  if (sql.dialect !== 'mariadb') return;
  await sql.query(
    'CREATE TABLE bench_search (productId INTEGER PRIMARY KEY, words TEXT, FULLTEXT (words)) ENGINE=InnoDB',
  );
  await sql.query(
    `INSERT INTO bench_search SELECT p.id, CONCAT_WS(' ', p.nameKey, p.tagline, p.description) FROM products p
    WHERE p.status = 'active'`,
  );
}
