import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sequelize } from 'sequelize';
import { nameKey } from '../base/name-key.ts';
import { productFields } from '../models/product.ts';
import { textFields } from '../models/product-text.ts';
import { lowestPrice, variantFields } from '../models/variant.ts';
import { demoImageUrl } from './images.ts';
import type { SeedProduct } from './seed-product.ts';

/** Large enough to be fast, small enough for any server's packet limit. */
const ROWS_PER_STATEMENT = 500;
const PRODUCTS_PER_BATCH = 500;
const HALF_DAY_MS = 12 * 60 * 60 * 1000;

/** The id of a category, followed by those of its ancestors. */
export type CategoryPath = readonly [own: number, ...ancestors: number[]];

/** A row of SQL literals: numbers, or escaped text. */
type Row = (string | number)[];

/**
 * Writes products in bulk without the models: creating an instance for every row would be too slow for
 * thousands of products a second. The tables must be empty, since ids are assigned here.
 */
export class CatalogueWriter {
  #productId = 0;
  #variantId = 0;

  constructor(
    private readonly sequelize: Sequelize,
    private readonly categories: ReadonlyMap<string, CategoryPath>,
    private readonly total: number,
  ) {}

  /** Writes all `products`; calls `onProgress` with the number written so far after every batch. */
  async write(products: Iterable<SeedProduct>, onProgress: (written: number) => void): Promise<void> {
    let batch: SeedProduct[] = [];
    for (const product of products) {
      batch.push(product);
      if (batch.length < PRODUCTS_PER_BATCH) continue;
      await this.#writeBatch(batch);
      onProgress(this.#productId);
      batch = [];
      // libsql frees the memory of a statement between turns of the event loop only.
      await nextTurn();
    }
    if (batch.length > 0) await this.#writeBatch(batch);
    onProgress(this.#productId);
  }

  async #writeBatch(batch: SeedProduct[]): Promise<void> {
    const products: Row[] = [];
    const memberships: Row[] = [];
    const variants: Row[] = [];
    const images: Row[] = [];
    const texts: Row[] = [];
    const sql = (value: string | Date | null) => (value === null ? 'NULL' : this.sequelize.escape(value));
    for (const product of batch) {
      const id = ++this.#productId;
      // Once per product, because formatting dates is what takes the time.
      const at = sql(this.#addedAt(id));
      const price = lowestPrice(product.variants);
      const active = { ...product, status: 'active' };
      const fields = productFields.map((field) => literalOf(active[field], sql));
      products.push([id, ...fields, sql(nameKey(product.name)), price, stockOf(product), at, at]);
      for (const [language, own] of Object.entries(product.texts ?? {})) {
        const key = own.name === null ? null : nameKey(own.name);
        texts.push([id, sql(language), ...textFields.map((field) => sql(own[field])), sql(key), at, at]);
      }
      const path = this.categories.get(product.category);
      if (!path) throw new Error(`No category "${product.category}" for "${product.name}".`);
      for (const [depth, categoryId] of path.entries()) memberships.push([categoryId, id, Number(depth === 0)]);
      for (const [position, variant] of product.variants.entries()) {
        const fields = variantFields.map((field) => literalOf(variant[field], sql));
        variants.push([++this.#variantId, id, ...fields, position, at, at]);
      }
      for (const [position, image] of product.images.entries()) {
        images.push([id, sql(demoImageUrl(image)), sql(image.alt), position, at, at]);
      }
    }
    await this.#insert(
      'products',
      `id, ${productFields.join(', ')}, nameKey, priceCents, stock, createdAt, updatedAt`,
      products,
    );
    await this.#insert('product_categories', 'categoryId, productId, direct', memberships);
    await this.#insert(
      'variants',
      `id, productId, ${variantFields.join(', ')}, position, createdAt, updatedAt`,
      variants,
    );
    await this.sequelize.query(
      `INSERT INTO stock_movements (variantId, quantity, reason, at)
      SELECT id, stock, 'initial', createdAt FROM variants WHERE id > ${this.#variantId - variants.length}`,
    );
    await this.#insert(
      'product_texts',
      `productId, language, ${textFields.join(', ')}, nameKey, createdAt, updatedAt`,
      texts,
    );
    await this.#insert('product_images', 'productId, url, alt, position, createdAt, updatedAt', images);
  }

  /** Spreads the products over time: two a day, the last one now. */
  #addedAt(id: number): Date {
    return new Date(Date.now() - (this.total - id) * HALF_DAY_MS);
  }

  async #insert(table: string, columns: string, rows: Row[]): Promise<void> {
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      const values = rows.slice(start, start + ROWS_PER_STATEMENT).map((row) => `(${row.join(',')})`);
      await this.sequelize.query(`INSERT INTO ${table} (${columns}) VALUES ${values.join(',')}`);
    }
  }
}

function stockOf({ variants }: SeedProduct): number {
  return variants.reduce((sum, { stock }) => sum + stock, 0);
}

type Literal = (value: string | null) => string;

function literalOf(value: object | string | number | null | undefined, sql: Literal): string | number {
  if (typeof value === 'number') return value;
  if (value === null || value === undefined) return sql(null);
  return sql(typeof value === 'string' ? value : JSON.stringify(value));
}
