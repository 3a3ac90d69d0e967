import { Product } from '@lantern/db/models/product';
import { z } from 'zod';
import type { Shop } from '../context.ts';
import { decodeCursor, encodeCursor } from '../shared/paging.ts';
import { cardAttributes, cardsOf, type ProductCard } from './cards.ts';
import { type CatalogPage, filtersOf, listProducts } from './list.ts';
import type { CatalogFilters } from './schema.ts';
import type { Hit } from './search-index.ts';

/** More than these are not sifted by filters: the list of ids stays a query that any server takes. */
const MAX_SIFTED = 10_000;
const MAX_SUGGESTIONS = 8;
const MAX_ALTERNATIVES = 8;

interface SearchQuery extends CatalogFilters {
  q: string;
  cursor?: string | null;
  limit: number;
}

export interface SearchPage extends CatalogPage {
  /** Only where nothing fits: products that come near. */
  alternatives: ProductCard[];
}

/** What fits the words and the filters; best match first unless another order is asked for. */
export async function searchProducts(shop: Shop, query: SearchQuery): Promise<SearchPage> {
  const hits = await shop.search.find(query.q);
  const page = query.sort
    ? await listProducts(shop, query, idsOf(hits.slice(0, MAX_SIFTED)))
    : await byRelevance(query, hits);
  if (page.total > 0) return { ...page, alternatives: [] };
  // It may be the filters that leave nothing over.
  return { ...page, alternatives: hits.length > 0 ? await cardsOfHits(hits) : await nearby(shop, query.q) };
}

const cursorKeys = z.tuple([z.literal('best'), z.number(), z.number().int()]);

async function byRelevance(query: SearchQuery, hits: Hit[]): Promise<CatalogPage> {
  const last = decodeCursor(query.cursor, cursorKeys);
  const fitting = await sift(query, hits);
  const ahead = last ? fitting.filter((hit) => isBehind(hit, last[1], last[2])) : fitting;
  const shown = ahead.slice(0, query.limit);
  const end = shown.at(-1);
  return {
    items: await cardsOfHits(shown, query.limit),
    nextCursor: ahead.length > query.limit && end ? encodeCursor(['best', end.score, end.id]) : null,
    total: fitting.length,
  };
}

/** Those that pass the filters. The index holds only what is on sale, so without any there is nothing to ask. */
async function sift(query: SearchQuery, hits: Hit[]): Promise<Hit[]> {
  const { category, minPriceCents, maxPriceCents, inStock } = query;
  if (category === undefined && !minPriceCents && maxPriceCents === undefined && !inStock) return hits;
  const where = await filtersOf(query, idsOf(hits.slice(0, MAX_SIFTED)));
  const rows = await Product.findAll({ where, attributes: ['id'], raw: true });
  const fits = new Set(rows.map(({ id }) => id));
  return hits.filter(({ id }) => fits.has(id));
}

const idsOf = (hits: Hit[]) => hits.map(({ id }) => id);

function isBehind(hit: Hit, score: number, id: number): boolean {
  return hit.score < score || (hit.score === score && hit.id > id);
}

export interface Suggestion {
  slug: string;
  name: string;
  imageUrl: string | null;
  tint: number;
}

/** A few products to pick from while the shopper types. */
export async function suggestProducts(shop: Shop, q: string): Promise<Suggestion[]> {
  const hits = await shop.search.find(q);
  const cards = await cardsOfHits(hits, MAX_SUGGESTIONS);
  return cards.map(({ slug, name, imageUrl, tint }) => ({ slug, name, imageUrl, tint }));
}

async function nearby(shop: Shop, q: string): Promise<ProductCard[]> {
  const near = await shop.search.near(q);
  if (near.length > 0) return cardsOfHits(near);
  const { items } = await listProducts(shop, { limit: MAX_ALTERNATIVES });
  return items;
}

/** The cards of the first of these that are still on sale, in their order. */
async function cardsOfHits(hits: Hit[], limit = MAX_ALTERNATIVES): Promise<ProductCard[]> {
  const id = idsOf(hits.slice(0, limit));
  const rows = await Product.findAll({ where: { id, status: 'active' }, attributes: [...cardAttributes], raw: true });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return cardsOf(id.flatMap((one) => rowOf.get(one) ?? []));
}
