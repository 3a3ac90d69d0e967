import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { Op } from '@lantern/db/query';
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { groupBy } from '../shared/group-by.ts';

const LOAD_BATCH = 2000;

interface Entry {
  id: number;
  name: string;
  categories: string;
  description: string;
}

/** A product that fits, and how well. */
export interface Hit {
  id: number;
  score: number;
}

const exact: SearchOptions = {
  combineWith: 'AND',
  prefix: (term) => term.length >= 2,
  boost: { name: 4, categories: 2 },
};
const oneLetterOff: SearchOptions = { ...exact, fuzzy: (term) => (term.length >= 3 ? 1 : false) };
const twoLettersOff: SearchOptions = { ...exact, fuzzy: (term) => (term.length >= 5 ? 2 : false) };
const anyWord: SearchOptions = { ...oneLetterOff, combineWith: 'OR' };

/**
 * The catalogue's full-text index, in this process's memory: the same words rank the same whatever
 * the database. See docs/decisions/003-search.md.
 */
export class SearchIndex {
  #index = SearchIndex.#empty();
  #loaded: Promise<void> | null = null;

  static #empty(): MiniSearch<Entry> {
    return new MiniSearch<Entry>({ fields: ['name', 'categories', 'description'], processTerm });
  }

  /** Reads the whole catalogue once; every search waits for it. */
  load(): Promise<void> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  async #load(): Promise<void> {
    for await (const entries of entriesInBatches()) {
      await this.#index.addAllAsync(entries, { chunkSize: 200 });
    }
  }

  /**
   * What fits `query`, best first. Words match whole, by their beginning, or with a slip of the
   * fingers; slips are only forgiven where the words as typed name no product and no category, so
   * that "lamp" never brings a stamp.
   */
  async find(query: string): Promise<Hit[]> {
    await this.load();
    const asTyped = this.#index.search(query, exact);
    if (asTyped.some(namesIt)) return ranked(asTyped);
    const close = this.#index.search(query, oneLetterOff);
    return ranked(close.length > 0 ? close : this.#index.search(query, twoLettersOff));
  }

  /** What comes near when nothing fits: any of the words will do. */
  async near(query: string): Promise<Hit[]> {
    await this.load();
    return ranked(this.#index.search(query, anyWord));
  }
}

/** True where every word was found in the product's name or categories, not just in its description. */
function namesIt({ match, terms }: SearchResult): boolean {
  return terms.every((term) => match[term]?.some((field) => field !== 'description'));
}

/** Equal scores in the order of ids: one order for all processes and databases. */
function ranked(results: SearchResult[]): Hit[] {
  return results.map(({ id, score }) => ({ id: Number(id), score })).sort((a, b) => b.score - a.score || a.id - b.id);
}

/** Lower case, no accents, no plural s: "Mugs" finds "mug", and the other way round. */
function processTerm(term: string): string {
  const plain = term
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}

async function* entriesInBatches(): AsyncGenerator<Entry[]> {
  const categories = await Category.findAll({ attributes: ['id', 'name'], raw: true });
  const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
  for (let last = 0; ; ) {
    const products = await Product.findAll({
      where: { status: 'active', id: { [Op.gt]: last } },
      attributes: ['id', 'name', 'description'],
      order: [['id', 'ASC']],
      limit: LOAD_BATCH,
      raw: true,
    });
    const end = products.at(-1);
    if (!end) return;
    const shelves = await ProductCategory.findAll({
      where: { productId: { [Op.gt]: last, [Op.lte]: end.id } },
      raw: true,
    });
    const shelvesOf = groupBy(shelves, ({ productId }) => productId);
    yield products.map((product) => ({
      ...product,
      categories: (shelvesOf.get(product.id) ?? []).map(({ categoryId }) => nameOf.get(categoryId)).join(' '),
    }));
    last = end.id;
  }
}
