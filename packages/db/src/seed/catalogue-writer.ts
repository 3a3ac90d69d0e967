import type { Sequelize } from 'sequelize';
import { pictureUrl } from './pictures.ts';
import type { SeedProduct } from './seed-product.ts';

/** Large enough to be quick, small enough for any server's packet limit. */
const ROWS_A_STATEMENT = 500;
const PRODUCTS_A_BATCH = 500;
const HALF_A_DAY_MS = 12 * 60 * 60 * 1000;

/** A category's own id and those of its ancestors. */
export type Shelf = readonly [own: number, ...ancestors: number[]];

type Cell = string | number | boolean | Date | null;

/**
 * Writes products in bulk, past the models: at thousands of products a second there is no time for
 * an instance a row. The tables must be empty, since the ids are counted here.
 */
export class CatalogueWriter {
  #productId = 0;
  #variantId = 0;

  constructor(
    private readonly sequelize: Sequelize,
    private readonly shelves: ReadonlyMap<string, Shelf>,
    private readonly total: number,
  ) {}

  /** Writes all of `products`; calls `onProgress` with the number written after every batch. */
  async write(products: Iterable<SeedProduct>, onProgress: (written: number) => void): Promise<void> {
    let batch: SeedProduct[] = [];
    for (const product of products) {
      batch.push(product);
      if (batch.length < PRODUCTS_A_BATCH) continue;
      await this.#writeBatch(batch);
      onProgress(this.#productId);
      batch = [];
    }
    if (batch.length > 0) await this.#writeBatch(batch);
    onProgress(this.#productId);
  }

  async #writeBatch(batch: SeedProduct[]): Promise<void> {
    const products: Cell[][] = [];
    const shelves: Cell[][] = [];
    const variants: Cell[][] = [];
    const images: Cell[][] = [];
    for (const product of batch) {
      const id = ++this.#productId;
      const at = this.#addedAt(id);
      const price = Math.min(...product.variants.map(({ priceCents }) => priceCents));
      products.push([id, product.slug, product.name, product.description, product.highlight, 'active', price, at, at]);
      const shelf = this.shelves.get(product.category);
      if (!shelf) throw new Error(`No category "${product.category}" for "${product.name}".`);
      for (const [depth, categoryId] of shelf.entries()) shelves.push([categoryId, id, depth === 0]);
      for (const [position, { sku, options, priceCents, stock }] of product.variants.entries()) {
        variants.push([++this.#variantId, id, sku, JSON.stringify(options), priceCents, stock, position, at, at]);
      }
      for (const [position, { file, alt }] of product.pictures.entries()) {
        images.push([id, pictureUrl(file), alt, position, at, at]);
      }
    }
    await this.#insert(
      'products',
      'id, slug, name, description, highlight, status, priceCents, createdAt, updatedAt',
      products,
    );
    await this.#insert('product_categories', 'categoryId, productId, direct', shelves);
    await this.#insert(
      'variants',
      'id, productId, sku, options, priceCents, stock, position, createdAt, updatedAt',
      variants,
    );
    await this.#insert('product_images', 'productId, url, alt, position, createdAt, updatedAt', images);
  }

  /** As if two products had been added a day, the last one just now. */
  #addedAt(id: number): Date {
    return new Date(Date.now() - (this.total - id) * HALF_A_DAY_MS);
  }

  async #insert(table: string, columns: string, rows: Cell[][]): Promise<void> {
    for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
      const values = rows
        .slice(start, start + ROWS_A_STATEMENT)
        .map((row) => `(${row.map((cell) => this.#literal(cell)).join(',')})`)
        .join(',');
      await this.sequelize.query(`INSERT INTO ${table} (${columns}) VALUES ${values}`);
    }
  }

  #literal(cell: Cell): string {
    if (cell === null) return 'NULL';
    return typeof cell === 'boolean' ? String(Number(cell)) : this.sequelize.escape(cell);
  }
}
