import type { LocalFile } from '@lantern/db/local-file';
import type { Translation } from '../../shared/languages.ts';
import type { ProductCard } from '../cards/cards.ts';
import type { FoundProduct } from '../engine/engine.ts';
import { chooseRelated, RELATED_CANDIDATES } from '../related.ts';
import { type CardText, type Rendered, textAlone } from '../rendered.ts';
import type { Suggestion } from '../search/suggest.ts';
import type { Listing } from './render.ts';
import { shownIn } from './translated.ts';

/** The page of a product; undefined if none has this slug now. */
export function readProduct(file: LocalFile, slug: string, language: Translation): Rendered | undefined {
  const view = shownIn(language, ['views', 'view'], 'products.id', 'views.view');
  const row = file.get<{ id: number; view: string }>(
    `SELECT products.id AS id, ${view.sql} AS view FROM products JOIN views ON views.id = products.id WHERE slug = ?`,
    ...[...view.values, slug],
  );
  return row && { parts: [row.view], shows: { cards: [row.id], pages: [row.id] } };
}

interface Candidate {
  id: number;
  inStock: number;
}

/** Products in the same categories; undefined if there is no product with this slug. */
export function readRelated(file: LocalFile, slug: string): number[] | undefined {
  const product = file.get<{ id: number; directIds: string }>(
    'SELECT id, directIds FROM products WHERE slug = ?',
    slug,
  );
  if (!product) return undefined;
  const candidates = new Map<number, Candidate>();
  for (const categoryId of JSON.parse(product.directIds)) {
    const newest = file.all<Candidate>(
      `SELECT s.id AS id, p.inStock AS inStock FROM by_id s CROSS JOIN products p ON p.id = s.id
       WHERE s.categoryId = ? AND s.id <> ? ORDER BY s.id DESC LIMIT ${RELATED_CANDIDATES}`,
      ...[categoryId, product.id],
    );
    for (const candidate of newest) candidates.set(candidate.id, candidate);
  }
  const newest = [...candidates.values()].sort((a, b) => b.id - a.id).slice(0, RELATED_CANDIDATES);
  return chooseRelated(newest).map(({ id }) => id);
}

/** The cards of these products, in this order, as far as they are there. */
export function readCards(file: LocalFile, products: FoundProduct[], language: Translation): ProductCard[] {
  const ids = products.map(({ id }) => id);
  const shown = shownIn(language, ['cards', 'card'], 'p.id', 'c.card');
  const found = file.all<{ id: number; card: string; listing: string }>(
    `SELECT p.id, ${shown.sql} AS card, p.listing FROM json_each(?) wanted
     CROSS JOIN products p ON p.id = wanted.value CROSS JOIN cards c ON c.id = p.id`,
    ...[...shown.values, JSON.stringify(ids)],
  );
  const rows = new Map(found.map((row) => [row.id, row]));
  return products.flatMap(({ id, listedPriceCents }) => {
    const row = rows.get(id);
    if (!row) return [];
    const card: ProductCard = JSON.parse(row.card);
    return listedPriceCents === null ? card : repriced(card, listedPriceCents, row.listing);
  });
}

/** Those of these products' cards that are there, with one statement and in one row, which the driver hands over in a third of the time. */
export function readCardTexts(file: LocalFile, ids: number[], language: Translation): CardText[] {
  const card = shownIn(language, ['cards', 'card'], 'c.id', 'c.card');
  const found = file.get<{ ids: string; cards: string | null }>(
    `SELECT json_group_array(id) AS ids, group_concat(card, char(10)) AS cards FROM (
       SELECT c.id AS id, ${card.sql} AS card FROM json_each(?) wanted CROSS JOIN cards c ON c.id = wanted.value)`,
    ...[...card.values, JSON.stringify(ids)],
  );
  if (!found?.cards) return [];
  const known: number[] = JSON.parse(found.ids);
  // JSON has no line breaks of its own.
  return found.cards.split('\n').map((json, at) => ({ id: known[at] ?? 0, json: textAlone(json) }));
}

/** How these products are suggested, in this order, as far as they are there. */
export function readSuggestions(file: LocalFile, products: FoundProduct[], language: Translation): Rendered {
  const own = shownIn(language, ['suggestions', 'suggestion'], 's.id', 's.suggestion');
  const ids = products.map(({ id }) => id);
  const rows = file.all<{ at: number; suggestion: string; listing: string }>(
    `SELECT wanted.key AS at, ${own.sql} AS suggestion, p.listing FROM json_each(?) wanted
     CROSS JOIN suggestions s ON s.id = wanted.value CROSS JOIN products p ON p.id = s.id ORDER BY wanted.key`,
    ...[...own.values, JSON.stringify(ids)],
  );
  const suggestions = rows.map(({ at, suggestion, listing }) => {
    const listedPriceCents = products[at]?.listedPriceCents ?? null;
    if (listedPriceCents === null) return suggestion;
    const known: Suggestion = JSON.parse(suggestion);
    return JSON.stringify(repriced(known, listedPriceCents, listing));
  });
  return { parts: ['[', suggestions, ']'], shows: { offers: ids } };
}

/** A card that shows this price, because a filter leaves out lower ones. */
function repriced<Card extends Pick<ProductCard, 'priceCents' | 'fromPrice'>>(
  card: Card,
  priceCents: number,
  listing: string,
): Card {
  if (card.priceCents === priceCents) return card;
  const { prices }: Listing = JSON.parse(listing);
  return { ...card, priceCents, fromPrice: prices.some((price) => price > priceCents) };
}

/** The number of active products in each category, by id. */
export function readCategoryTotals(file: LocalFile): Map<number, number> {
  const rows = file.all<{ categoryId: number; total: number }>('SELECT categoryId, total FROM category_totals');
  return new Map(rows.map(({ categoryId, total }) => [categoryId, total]));
}
