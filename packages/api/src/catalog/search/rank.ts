/** Names with more words rank alike. */
export const MAX_LENGTH = 12;
const IDS = 2 ** 32;
/** The bits of a rank that are the product's id. */
export const ID_BITS = IDS - 1;

/**
 * The order of products that match equally well: those with fewer words in the name first, because the searched words
 * say more of them; then by id.
 */
export function rankOf(length: number, id: number): number {
  return Math.min(length, MAX_LENGTH) * IDS + id;
}

export function idOf(rank: number): number {
  return rank % IDS;
}
