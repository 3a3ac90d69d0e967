/** What an answer depends on, beside the names and categories of all products. */
export interface Shows {
  /** The products whose cards are in it, with their stock; not those that are parts of their own. */
  cards?: number[];
  /** The product whose page it is, where one decides to buy. */
  pages?: number[];
  /** The products that it shows without their stock. */
  offers?: number[];
  /** Whether the prices of other products decide what is in it, or whether they are in stock. */
  anyOffer?: boolean;
}

/** The card of a product, a `ProductCard` as JSON, `textAlone`. Where it has changed, the new one can take its place. */
export interface CardText {
  id: number;
  json: string;
}

/**
 * The text of a JSON value in parts, one after the other; the elements of a list are joined by commas. Whatever shows a product
 * in a list is an element of its own, so that whoever keeps many values can keep it once: none is a piece of a much longer text.
 */
export type Parts = readonly (string | readonly (string | CardText)[])[];

/** A JSON value, and what it depends on. */
export interface Rendered {
  parts: Parts;
  shows: Shows;
}

/** The same text, which may be kept: V8 keeps a piece of a longer one as a reference to that, and so the whole. */
export const textAlone = (piece: string): string => Buffer.from(piece).toString();

/** The whole text. */
export function textOf(parts: Parts): string {
  return parts
    .map((part) =>
      typeof part === 'string' ? part : part.map((one) => (typeof one === 'string' ? one : one.json)).join(),
    )
    .join('');
}

/** The cards that are parts. */
export function* cardsIn(parts: Parts): Generator<CardText, void, void> {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    for (const one of part) if (typeof one !== 'string') yield one;
  }
}

/** What something depends on that was made from the whole text: no card can be replaced there. */
export function wholeShows({ parts, shows }: Rendered): Shows {
  return { ...shows, cards: [...(shows.cards ?? []), ...Array.from(cardsIn(parts), ({ id }) => id)] };
}
