/** Names with more words rank alike. */
export const MAX_LENGTH = 12;
export const MAX_ID = 2 ** 32 - 1;
/** A rank ends with the number of the product's shelf, if that is below. */
const SHELVES = 4096;

/**
 * The order of products that match equally well: those with fewer words in the name first, because the searched words
 * say more of them; then by id. The shelf does not matter for the order: with it, hits are counted by category without
 * looking at each of them. A rank has 48 bits, so that it is exact as a number.
 */
export function rankOf(length: number, id: number, shelf = 0): number {
  return (Math.min(length, MAX_LENGTH) * (MAX_ID + 1) + id) * SHELVES + (shelf < SHELVES ? shelf : 0);
}

export function idOf(rank: number): number {
  return Math.floor(rank / SHELVES) % (MAX_ID + 1);
}

/** The id of the product with a rank, in SQL. */
export const idIn = (rank: string) => `((${rank} / ${SHELVES}) & ${MAX_ID})`;
/** Its shelf. */
export const shelfIn = (rank: string) =>
  `CASE ${rank} & ${SHELVES - 1} WHEN 0 THEN (SELECT shelf FROM offers WHERE rank = ${rank}) ELSE ${rank} & ${SHELVES - 1} END`;
