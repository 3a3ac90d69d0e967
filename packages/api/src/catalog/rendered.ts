/** What an answer depends on, beside the names and categories of all products. */
export interface Shows {
  /** The products whose cards are in it, with their stock. */
  cards?: number[];
  /** The product whose page it is, where one decides to buy. */
  pages?: number[];
  /** The products that it shows without their stock. */
  offers?: number[];
  /** Whether the prices of other products decide what is in it, or whether they are in stock. */
  anyOffer?: boolean;
}

/**
 * The text of a JSON value in parts, one after the other; the texts of a list are joined by commas. Whatever shows a product
 * is a text of its own, so that whoever keeps many values can keep each product once.
 */
export type Parts = readonly (string | readonly string[])[];

/** A JSON value, and what it depends on. */
export interface Rendered {
  parts: Parts;
  shows: Shows;
}

/** The whole text. */
export function textOf(parts: Parts): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.join())).join('');
}
