import { LocalFile } from '@lantern/db/local-file';
import { isCheap, type ModelPage, type ModelQuery, readPage } from './lists.ts';
import { type Rendered, readCards, readCategoryTotals, readProduct, readRelated } from './reads.ts';
import type { RenderedProduct } from './render.ts';
import { createTables, fillLists, MODEL_VERSION } from './tables.ts';
import { appendProducts, type ModelChange, replaceProducts } from './writer.ts';

/** Up to where the model has followed the database. */
export interface ModelPosition {
  /** Tells the stores apart of which a file may be. */
  store: string;
  /** The newest entry of the activity log that it includes, and when that was written. */
  seq: number;
  at: string;
  /** All order events up to here are included. */
  orderEventId: number;
}

/**
 * The catalogue as shoppers see it, in a local file. Synchronous, with plain values in and out, so that it works the
 * same on another thread; a second connection to the file may read meanwhile.
 */
export class ModelStore {
  #file: LocalFile;

  /** Opens a file, and makes a new one if it does not exist or is damaged. */
  constructor(private readonly path: string) {
    this.#file = LocalFile.openOrReplace(path);
  }

  /** How far a model that is already in the file has got; null if it has to be built. */
  position(): ModelPosition | null {
    try {
      const row = this.#file.get<{ value: string }>('SELECT value FROM position WHERE version = ?', MODEL_VERSION);
      return row ? JSON.parse(row.value) : null;
    } catch {
      // An empty file, one of an older version, or one that is damaged.
      return null;
    }
  }

  /** Records the position, together with the changes that led there. */
  setPosition(position: ModelPosition): void {
    this.#file.run('INSERT OR REPLACE INTO position VALUES (1, ?, ?)', MODEL_VERSION, JSON.stringify(position));
  }

  /** Begins a new model in a new file, for `append` and then `finish`. No other connection may be open. */
  begin(): void {
    this.#file.close();
    LocalFile.remove(this.path);
    this.#file = LocalFile.open(this.path);
    createTables(this.#file);
  }

  append(products: RenderedProduct[]): void {
    appendProducts(this.#file, products);
  }

  finish(position: ModelPosition): void {
    fillLists(this.#file);
    this.setPosition(position);
  }

  /** Replaces the products with these ids by those given, and removes the others. */
  replace(ids: number[], products: RenderedProduct[]): ModelChange {
    return replaceProducts(this.#file, ids, products);
  }

  /** Replaces whatever has an id above `after`, up to `through`, by the products given. */
  replaceRange(after: number, through: number, products: RenderedProduct[]): ModelChange {
    const known = this.#file.all<{ id: number }>('SELECT id FROM products WHERE id > ? AND id <= ?', after, through);
    return this.replace([...new Set([...known, ...products].map(({ id }) => id))], products);
  }

  isCheap(query: ModelQuery): boolean {
    return isCheap(this.#file, query);
  }

  page(query: ModelQuery): ModelPage {
    return readPage(this.#file, query);
  }

  product(slug: string): Rendered | undefined {
    return readProduct(this.#file, slug);
  }

  related(slug: string): Rendered | undefined {
    return readRelated(this.#file, slug);
  }

  cards(ids: number[]): Rendered {
    return readCards(this.#file, ids);
  }

  categoryTotals(): Map<number, number> {
    return readCategoryTotals(this.#file);
  }

  close(): void {
    this.#file.close();
  }
}
