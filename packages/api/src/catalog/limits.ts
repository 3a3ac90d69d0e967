/** The limits of what is asked of the catalogue, in a module of their own: forms need them, and not the schemas. */

/** The highest price of anything, integer cents. */
export const MAX_PRICE_CENTS = 100_000_000;

/** The longest query, in characters: enough for a full product name pasted with surrounding text. */
export const MAX_QUERY = 250;

/** How many options a list can be filtered by, and by how many values of each. */
export const MAX_OPTIONS = 8;
export const MAX_VALUES = 20;
