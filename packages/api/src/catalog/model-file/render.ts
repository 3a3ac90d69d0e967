import { hash } from 'node:crypto';
import type { Translation } from '../../shared/languages.ts';
import { cardOf } from '../cards/cards.ts';
import { entryOf, type SearchEntry } from '../full-text/entries.ts';
import type { NameKeys } from '../name-keys.ts';
import type { Options } from '../options/chosen.ts';
import { suggestionOf } from '../search/suggest.ts';
import type { SharedTexts } from '../shared-texts.ts';
import type { SourceProduct } from '../source.ts';
import { sourceView } from '../source-view.ts';
import { withTexts } from '../texts.ts';
import { EVERYTHING } from './tables.ts';
import type { RenderedTranslation, ShownTexts } from './translated.ts';

/** By what lists find, sort and filter a product. */
export interface Listing {
  nameKey: string;
  nameKeys: NameKeys;
  /** Its categories and their ancestors, and `EVERYTHING`. */
  categoryIds: number[];
  /** The prices for sale in cents, each once, lowest first. */
  prices: number[];
  inStock: boolean;
  /** What it can be had as, see `assortmentOf`. */
  assortment: Options[];
}

/** A product as the model keeps it: ready to be sent. */
export interface RenderedProduct extends ShownTexts {
  id: number;
  slug: string;
  listing: Listing;
  /** The ids of the categories it is in itself, not through their descendants. */
  directIds: number[];
  /** The same in each other language in which there may be something of its own. */
  translations: RenderedTranslation[];
  /** Differs if one of these does, apart from stock. */
  translationsHash: string;
  entry: SearchEntry;
  /** Differs if what it is searched by does, apart from prices and stock. */
  wordsHash: string;
}

/** Renders a product with the same functions that answer from the database. */
export function renderProduct(source: SourceProduct, shared: SharedTexts): RenderedProduct {
  const { product, texts, memberships } = source;
  const own = shownOf(source, shared, null);
  const languages = new Set([...texts.keys(), ...shared.languages].filter((language) => language !== null));
  const translations = [...languages].map((language) => ({ language, ...shownOf(source, shared, language).shown }));
  const entry = entryOf(source, shared);
  const { offer, ...words } = entry;
  const prices = new Set(offer.prices);
  return {
    id: product.id,
    slug: product.slug,
    listing: {
      nameKey: product.nameKey,
      nameKeys: entry.nameKeys,
      categoryIds: [EVERYTHING, ...memberships.map(({ categoryId }) => categoryId)],
      prices: prices.size > 0 ? [...prices] : [product.priceCents],
      inStock: own.inStock,
      assortment: offer.assortment,
    },
    directIds: memberships.filter(({ direct }) => direct).map(({ categoryId }) => categoryId),
    ...own.shown,
    translations,
    translationsHash: hashOf(translations.map(withoutStock)),
    entry,
    wordsHash: hashOf(words),
  };
}

function shownOf(source: SourceProduct, shared: SharedTexts, language: Translation) {
  const { product, texts, variants, images, memberships } = source;
  const view = sourceView(source, shared, language);
  const imageUrl = images.find(({ position }) => position === 0)?.url ?? null;
  const terms = language === null ? null : shared.terms(language);
  const card = cardOf(withTexts(product, texts.get(language)), variants, { imageUrl, accent: view.accent }, terms);
  const own = memberships.flatMap(({ categoryId }) => shared.byId(language).get(categoryId) ?? []);
  const suggestion = suggestionOf(card, own);
  const shown = { card: JSON.stringify(card), suggestion: JSON.stringify(suggestion), view: JSON.stringify(view) };
  return { inStock: card.inStock, shown };
}

/** What is left is the same in all languages, and may change by itself: see `restockProducts`. In texts, quotes are escaped. */
const withoutStock = ({ language, card, suggestion, view }: RenderedTranslation) =>
  [language, card, suggestion, view].map((text) => text.replaceAll(/"stock":\d+/g, ''));

function hashOf(value: object): string {
  return hash('sha1', JSON.stringify(value), 'base64url');
}
