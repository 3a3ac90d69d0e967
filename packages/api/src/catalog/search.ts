import { Product } from '@lantern/db/models/product';
import { z } from 'zod';
import type { Shop } from '../context.ts';
import { decodeCursor, encodeCursor } from '../shared/paging.ts';
import { cardAttributes, cardsOf, type ProductCard } from './cards.ts';
import { type CatalogPage, filtersOf, listProducts } from './list.ts';
import type { CatalogFilters } from './schema.ts';
import type { Hit } from './search-index.ts';

/** Nobody pages further, and a list of ids stays a short query. */
const MAX_HITS = 2000;
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
  const hits = (await shop.search.find(query.q)).slice(0, MAX_HITS);
  if (hits.length === 0) {
    return { items: [], nextCursor: null, total: 0, alternatives: await nearby(shop, query.q) };
  }
  const page = query.sort
    ? await listProducts(
        query,
        hits.map(({ id }) => id),
      )
    : await byRelevance(query, hits);
  return { ...page, alternatives: [] };
}

const cursorKeys = z.tuple([z.literal('best'), z.number(), z.number().int()]);

async function byRelevance(query: SearchQuery, hits: Hit[]): Promise<CatalogPage> {
  const last = decodeCursor(query.cursor, cursorKeys);
  const rows = await Product.findAll({
    where: await filtersOf(
      query,
      hits.map(({ id }) => id),
    ),
    attributes: [...cardAttributes],
    raw: true,
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const fitting = hits.filter(({ id }) => rowOf.has(id));
  const ahead = last ? fitting.filter((hit) => isBehind(hit, last[1], last[2])) : fitting;
  const shown = ahead.slice(0, query.limit);
  const end = shown.at(-1);
  return {
    items: await cardsOf(shown.flatMap(({ id }) => rowOf.get(id) ?? [])),
    nextCursor: ahead.length > query.limit && end ? encodeCursor(['best', end.score, end.id]) : null,
    total: fitting.length,
  };
}

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
  const cards = await cardsByIds(hits.slice(0, MAX_SUGGESTIONS));
  return cards.map(({ slug, name, imageUrl, tint }) => ({ slug, name, imageUrl, tint }));
}

async function nearby(shop: Shop, q: string): Promise<ProductCard[]> {
  const near = (await shop.search.near(q)).slice(0, MAX_ALTERNATIVES);
  if (near.length > 0) return cardsByIds(near);
  const { items } = await listProducts({ inStock: true, limit: MAX_ALTERNATIVES });
  return items;
}

async function cardsByIds(hits: Hit[]): Promise<ProductCard[]> {
  const rows = await Product.findAll({
    where: { id: hits.map(({ id }) => id), status: 'active' },
    attributes: [...cardAttributes],
    raw: true,
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return cardsOf(hits.flatMap(({ id }) => rowOf.get(id) ?? []));
}
