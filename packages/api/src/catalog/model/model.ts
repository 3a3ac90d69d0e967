import { EventEmitter, once } from 'node:events';
import { SECOND_MS } from '../../shared/dates.ts';
import type { Translation } from '../../shared/languages.ts';
import type { Remote } from '../../shared/remote.ts';
import { type CategoryRow, treeOf } from '../categories.ts';
import { lastRow } from '../cursor.ts';
import type { FacetRequest, SearchRequest, SearchResult } from '../engine/engine.ts';
import { labelled } from '../in-terms.ts';
import type { ListQuery } from '../list.ts';
import { isByOffer } from '../model-file/lists.ts';
import type { ModelStore } from '../model-file/store.ts';
import { EVERYTHING } from '../model-file/tables.ts';
import type { Facets } from '../options/facets.ts';
import type { CardText, Rendered } from '../rendered.ts';
import type { CatalogFilters } from '../schema.ts';
import type { ProductSearch } from '../search/search-index.ts';
import type { SearchSource } from '../search/source.ts';
import { typed } from '../search/suggest.ts';
import { SharedTexts } from '../shared-texts.ts';
import { CardsAtHand } from './cards-at-hand.ts';
import { ModelSource } from './search-source.ts';

/** How long a search waits for the model to follow. */
const FOLLOW_MS = 2 * SECOND_MS;

/** What has changed, for those who keep answers. */
export interface ModelEvents {
  /** Anything may look different. */
  all: [];
  /** These products look different, wherever they are shown. */
  changed: [productIds: number[]];
  /** More of these products differs than how many are in stock: they may be elsewhere in lists that prices or stock decide. */
  offered: [productIds: number[]];
  /** This process has just sold items of these products: what shows their pages is outdated. */
  sold: [productIds: number[]];
  /** The model is up to date. */
  followed: [];
}

/**
 * The catalogue as shoppers see it, rendered: answers its queries without the database, as long as it is fresh. See
 * docs/decisions/031-catalogue-model.md.
 */
export class CatalogModel extends EventEmitter<ModelEvents> implements ProductSearch {
  /** How often a part of it is compared with the database, in milliseconds. */
  reviewPauseMs = SECOND_MS;
  /** How many queries it has answered, and how many it has left to the database. */
  readonly reads = { answered: 0, left: 0 };
  #reader: ModelStore | null = null;
  #shared = new SharedTexts([]);
  #bySlug = new Map<string, CategoryRow>();
  /** The products that this process has sold items of, which the model does not know yet. */
  readonly #sold = new Set<number>();
  readonly #cards = new CardsAtHand((ids, language) => this.#reader?.cardTexts(ids, language) ?? []);
  #awaited = 0;
  #followed = 0;

  /** @param writer has the file on its own thread; `open` opens it for reading on this one. `lock` is held until `close`. */
  constructor(
    readonly writer: Remote<ModelStore>,
    private readonly open: () => ModelStore,
    private readonly lock: Disposable,
  ) {
    super();
    // Each search that waits for it listens, which Node would take for a leak.
    this.setMaxListeners(0);
    // Before anybody else who listens asks for the current ones.
    this.on('changed', (productIds) => this.#cards.forget(productIds));
    this.on('all', () => this.#cards.clear());
  }

  /** Whether it is complete, and includes all changes to the activity log by this process. */
  get isFresh(): boolean {
    return this.#reader !== null && this.#followed >= this.#awaited;
  }

  /** Called at once when this process has committed the entry `seq`: until that is followed, the model is not fresh. */
  await(seq: number): void {
    this.#awaited = Math.max(this.#awaited, seq);
    this.emit('all');
  }

  /** Called at once when this process has sold items of these products: until they are read again, the database shows their pages. */
  stockMoved(productIds: number[]): void {
    for (const id of productIds) this.#sold.add(id);
    this.emit('sold', productIds);
  }

  /** Called when these products have been read again. */
  stockKnown(productIds: number[]): void {
    for (const id of productIds) this.#sold.delete(id);
  }

  /** Called when everything up to the entry `seq` is in the model. */
  followed(seq: number): void {
    this.#reader ??= this.open();
    this.#followed = seq;
    this.emit('followed');
  }

  /** Resolves when the model is complete. */
  async load(): Promise<void> {
    if (!this.#reader) await once(this, 'followed');
  }

  /** Waits until the model includes what this process has changed, if that does not take long. */
  async find(request: SearchRequest): Promise<SearchResult> {
    // An error would not come back from another thread as what it is.
    lastRow(request.sort ?? 'best', request.cursor);
    await this.#upToDate();
    return this.writer.search(request);
  }

  async facets(request: FacetRequest): Promise<Facets> {
    await this.#upToDate();
    return this.writer.searchFacets(request);
  }

  /** `Suggestion`s, made by the thread that searches: all that comes from there is what is sent. */
  async suggest(q: string, language: Translation): Promise<Rendered> {
    await this.#upToDate();
    return this.writer.suggest(typed(q), language);
  }

  async #upToDate(): Promise<void> {
    await this.load();
    if (!this.isFresh) await once(this, 'followed', { signal: AbortSignal.timeout(FOLLOW_MS) }).catch(() => undefined);
  }

  /** The keeper does so all the time. */
  async refreshOffers(): Promise<void> {}

  /** What a search shows in a language; null until the model is complete. */
  source(language: Translation): SearchSource | null {
    return this.#reader && new ModelSource(this.#reader, this.#shared, language);
  }

  setShared(shared: SharedTexts): void {
    this.#shared = shared;
    this.#bySlug = new Map(shared.rows(null).map((category) => [category.slug, category]));
  }

  /** The tree of `categoryTree`. */
  categories(language: Translation): Rendered | undefined {
    if (!this.#reader) return undefined;
    return { parts: [JSON.stringify(treeOf(this.#shared.rows(language), this.#reader.categoryTotals()))], shows: {} };
  }

  /** A `ListPage`. @throws {ShopError} as `listProducts` does, except that an unknown category gives undefined. */
  async list({ category, cursor, ...query }: ListQuery, language: Translation): Promise<Rendered | undefined> {
    const listed = category === undefined ? null : this.#bySlug.get(category);
    if (!this.#reader || listed === undefined) return undefined;
    const after = lastRow(query.sort ?? 'newest', cursor);
    const page = { ...query, language, after, categoryId: listed?.id ?? EVERYTHING };
    const found = this.#reader.isCheap(page) ? this.#reader.page(page) : await this.writer.page(page);
    const { ids, ownCards, nextCursor, total } = found;
    const rest = JSON.stringify({ nextCursor, total, category: listed?.slug ?? null });
    const parts = ['{"items":[', ownCards ?? this.cardTexts(ids, language), `],${rest.slice(1)}`];
    return { parts, shows: { cards: ownCards ? ids : [], anyOffer: isByOffer(page) } };
  }

  /** `Facets` of a list; undefined for an unknown category. */
  async listFacets({ category, ...filters }: CatalogFilters, language: Translation): Promise<Rendered | undefined> {
    const listed = category === undefined ? null : this.#bySlug.get(category);
    if (!this.#reader || listed === undefined) return undefined;
    const facets = await this.writer.facets({ ...filters, categoryId: listed?.id ?? EVERYTHING });
    return { parts: [JSON.stringify(labelled(facets, this.#shared.terms(language)))], shows: { anyOffer: true } };
  }

  /** A `ProductView`; undefined if no product has this slug now, or if it has just been sold. */
  product(slug: string, language: Translation): Rendered | undefined {
    const page = this.#reader?.product(slug, language);
    return page?.shows.pages?.some((id) => this.#sold.has(id)) ? undefined : page;
  }

  /** Cards of `relatedTo`; undefined if no product has this slug now. */
  related(slug: string, language: Translation): Rendered | undefined {
    const ids = this.#reader?.related(slug);
    return ids && { parts: ['[', this.cardTexts(ids, language), ']'], shows: { anyOffer: true } };
  }

  /** The current cards of these products, in this order; without those that are not active. */
  cardTexts(ids: number[], language: Translation): CardText[] {
    return this.#cards.of(ids, language);
  }

  /** Closes the file, after which the model is not fresh. */
  async close(): Promise<void> {
    this.#reader?.close();
    this.#reader = null;
    this.#cards.clear();
    await this.writer.close();
    this.lock[Symbol.dispose]();
  }
}
