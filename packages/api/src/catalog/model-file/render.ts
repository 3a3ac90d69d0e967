import { hash } from 'node:crypto';
import { cardOf } from '../cards/cards.ts';
import type { CategoryRow } from '../categories.ts';
import { entryOf, type SearchEntry } from '../full-text/entries.ts';
import type { Options } from '../options/chosen.ts';
import { suggestionOf } from '../search/suggest.ts';
import type { SourceProduct } from '../source.ts';
import { sourceView } from '../source-view.ts';
import { EVERYTHING } from './tables.ts';

/** By what lists find, sort and filter a product. */
export interface Listing {
  nameKey: string;
  /** Its categories and their ancestors, and `EVERYTHING`. */
  categoryIds: number[];
  /** The prices for sale in cents, each once, lowest first. */
  prices: number[];
  inStock: boolean;
  /** What it can be had as, see `assortmentOf`. */
  assortment: Options[];
}

/** A product as the model keeps it: ready to be sent. */
export interface RenderedProduct {
  id: number;
  slug: string;
  listing: Listing;
  /** The ids of the categories it is in itself, not through their descendants. */
  directIds: number[];
  /** A `ProductCard`, a `Suggestion` and a `ProductView` as JSON. */
  card: string;
  suggestion: string;
  view: string;
  entry: SearchEntry;
  /** Differs if what it is searched by does, apart from prices and stock. */
  wordsHash: string;
}

/** Renders a product with the same functions that answer from the database. */
export function renderProduct(source: SourceProduct, categories: ReadonlyMap<number, CategoryRow>): RenderedProduct {
  const { product, variants, images, memberships } = source;
  const view = sourceView(source, categories);
  const imageUrl = images.find(({ position }) => position === 0)?.url ?? null;
  const card = cardOf(product, variants, { imageUrl, accent: view.accent });
  const own = memberships.flatMap(({ categoryId }) => categories.get(categoryId) ?? []);
  const entry = entryOf(source, categories);
  const { offer, ...words } = entry;
  const prices = new Set(offer.prices);
  return {
    id: product.id,
    slug: product.slug,
    listing: {
      nameKey: product.nameKey,
      categoryIds: [EVERYTHING, ...memberships.map(({ categoryId }) => categoryId)],
      prices: prices.size > 0 ? [...prices] : [product.priceCents],
      inStock: card.inStock,
      assortment: offer.assortment,
    },
    directIds: memberships.filter(({ direct }) => direct).map(({ categoryId }) => categoryId),
    card: JSON.stringify(card),
    suggestion: JSON.stringify(suggestionOf(card, own)),
    view: JSON.stringify(view),
    entry,
    wordsHash: hash('sha1', JSON.stringify(words), 'base64url'),
  };
}
