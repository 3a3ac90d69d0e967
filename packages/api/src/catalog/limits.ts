/** The limits of what is asked of the catalogue, in a module of their own: forms need them, and not the schemas. */

/** The highest price of anything, integer cents. */
export const MAX_PRICE_CENTS = 100_000_000;

/** The longest query, in characters: enough for a full product name pasted with surrounding text. */
export const MAX_QUERY = 250;
