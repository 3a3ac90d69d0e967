import type { Logger } from '../../shared/logger.ts';
import { productsInCategory, productsSaying } from '../full-text/entries.ts';
import { synonymGroups } from '../full-text/synonym-groups.ts';
import { renderProduct } from '../model-file/render.ts';
import type { ModelPosition } from '../model-file/store.ts';
import type { ModelChange } from '../model-file/writer.ts';
import { SharedTexts, sharedTexts } from '../shared-texts.ts';
import { allProducts, productsAfter, productsById, SOURCE_BATCH, stockById } from '../source.ts';
import type { CatalogModel } from './model.ts';

/** Shoppers see in lists what others have bought after about this time. */
const STOCK_PAUSE_MS = 200;

/** What has changed in the database and is not in the model yet. */
interface Backlog {
  products: Set<number>;
  /** Products of which only stock has moved. */
  stock: Set<number>;
  categories: Set<number>;
  /** The sources of terms of the glossary. */
  terms: Set<string>;
  synonyms: boolean;
}

const emptyBacklog = (): Backlog => ({
  products: new Set(),
  stock: new Set(),
  categories: new Set(),
  terms: new Set(),
  synonyms: false,
});

/**
 * Brings what has changed in the database into the model: reads it again, in batches, however often it has changed in
 * the meantime. Those who follow the database say what has changed, and how far they are.
 */
export class ModelKeeper {
  #backlog = emptyBacklog();
  #shared = new SharedTexts([]);
  #working: Promise<void> | null = null;
  #again = false;
  /** How often something was brought into the model. */
  #rounds = 0;
  #moved = new Set<number>();
  /** The id up to which products have been reviewed. */
  #reviewed = 0;
  #soon: NodeJS.Timeout | null = null;
  /** Whether what orders did before the start is known by now. */
  knowsStock = false;

  constructor(
    private readonly model: CatalogModel,
    private readonly log: Logger,
    /** Up to where the followers have read. */
    public position: ModelPosition,
  ) {}

  /** Prepares a model that is in the file already. */
  async resume(): Promise<void> {
    await this.#readShared();
    await this.#readSynonyms();
  }

  /** Makes the model anew, from all active products. */
  async build(): Promise<void> {
    const { writer } = this.model;
    const { position } = this;
    await writer.begin();
    await this.#readShared();
    // The next batch is read while one is being written.
    let written: Promise<void> = Promise.resolve();
    for await (const products of allProducts()) {
      const rendered = products.map((product) => renderProduct(product, this.#shared));
      await written;
      written = writer.append(rendered);
    }
    await written;
    await this.#readSynonyms();
    await writer.finish(position);
  }

  productsChanged(ids: Iterable<number>): void {
    for (const id of ids) this.#backlog.products.add(id);
  }

  /** Products of which items have been sold or given back, and of which nothing else has changed. */
  stockChanged(ids: Iterable<number>): void {
    for (const id of ids) this.#backlog.stock.add(id);
  }

  /** Products of which this process has just sold items: read again soon, with those that follow until then. */
  stockMoved(ids: number[]): void {
    this.model.stockMoved(ids);
    for (const id of ids) this.#moved.add(id);
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.catchUp();
    }, STOCK_PAUSE_MS);
  }

  categoryChanged(id: number): void {
    this.#backlog.categories.add(id);
  }

  /** @param source of a term of the glossary. */
  termChanged(source: string): void {
    this.#backlog.terms.add(source);
  }

  synonymsChanged(): void {
    this.#backlog.synonyms = true;
  }

  /** Brings the model up to `position`; if it is doing so already, once more afterwards. */
  catchUp(): void {
    this.#again = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  /** Resolves when nothing is being written any more, nor will be. */
  async stop(): Promise<void> {
    if (this.#soon) clearTimeout(this.#soon);
    await this.#working;
  }

  /**
   * Compares the next batch of products with the database: whatever nobody has announced, such as a change by hand or
   * that a product is no longer new, is noticed in the course of time.
   */
  async review(): Promise<void> {
    const rounds = this.#rounds;
    const products = await productsAfter(this.#reviewed);
    const through = products.length < SOURCE_BATCH ? Number.MAX_SAFE_INTEGER : (products.at(-1)?.product.id ?? 0);
    // What was changed meanwhile is newer than what has been read.
    if (this.#working || this.#soon || rounds !== this.#rounds) return;
    const rendered = products.map((product) => renderProduct(product, this.#shared));
    this.#announce(await this.model.writer.replaceRange(this.#reviewed, through, rendered));
    this.#reviewed = through === Number.MAX_SAFE_INTEGER ? 0 : through;
  }

  async #work(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#apply().catch((error: unknown) => {
        this.log.error({ err: error }, 'the catalogue model could not be updated');
      });
    }
  }

  async #apply(): Promise<void> {
    this.#rounds += 1;
    const [backlog, moved, position] = [this.#backlog, this.#moved, { ...this.position }];
    this.#backlog = emptyBacklog();
    this.#moved = new Set();
    for (const id of moved) backlog.stock.add(id);
    try {
      await this.#applyShared(backlog);
      if (backlog.synonyms) {
        await this.#readSynonyms();
        this.model.emit('all');
      }
      for (const ids of inBatches(backlog.stock)) await this.#restock(ids, backlog);
      for (const ids of inBatches(backlog.products)) await this.#replace(ids);
    } catch (error) {
      this.productsChanged(backlog.products);
      this.stockChanged(backlog.stock);
      for (const id of moved) this.#moved.add(id);
      for (const id of backlog.categories) this.categoryChanged(id);
      for (const source of backlog.terms) this.termChanged(source);
      if (backlog.synonyms) this.synonymsChanged();
      throw error;
    }
    // Those that have moved again meanwhile are in the next round.
    this.model.stockKnown([...moved].filter((id) => !this.#moved.has(id)));
    await this.model.writer.setPosition(position);
    if (this.knowsStock) this.model.followed(position.seq);
  }

  async #applyShared({ categories, terms, products }: Backlog): Promise<void> {
    if (categories.size === 0 && terms.size === 0) return;
    await this.#readShared();
    for (const id of categories) {
      for await (const ids of productsInCategory(id)) for (const productId of ids) products.add(productId);
    }
    for await (const ids of productsSaying([...terms])) for (const id of ids) products.add(id);
    this.model.emit('all');
  }

  async #readShared(): Promise<void> {
    this.#shared = await sharedTexts();
    this.model.setShared(this.#shared);
  }

  async #readSynonyms(): Promise<void> {
    await this.model.writer.setSynonyms(await synonymGroups());
  }

  /** Notes those of which more has changed. */
  async #restock(ids: number[], { products }: Backlog): Promise<void> {
    const { changed, others } = await this.model.writer.restock(await stockById(ids));
    if (changed.length > 0) this.model.emit('changed', changed);
    for (const id of others) products.add(id);
  }

  async #replace(ids: number[]): Promise<void> {
    const products = await productsById(ids);
    const rendered = products.map((product) => renderProduct(product, this.#shared));
    this.#announce(await this.model.writer.replace(ids, rendered));
  }

  #announce({ changed, offered, found }: ModelChange): void {
    if (found.length > 0) return void this.model.emit('all');
    if (changed.length > 0) this.model.emit('changed', changed);
    if (offered.length > 0) this.model.emit('offered', offered);
  }
}

function* inBatches(ids: ReadonlySet<number>): Generator<number[], void, void> {
  const all = [...ids];
  for (let at = 0; at < all.length; at += SOURCE_BATCH) yield all.slice(at, at + SOURCE_BATCH);
}
