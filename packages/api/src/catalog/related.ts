const MAX_RELATED = 4;
/** Of so many, the newest, those in stock come first. */
export const RELATED_CANDIDATES = 3 * MAX_RELATED;

/** Which of the candidates are shown as related. */
export function chooseRelated<Candidate extends { inStock: boolean | number }>(candidates: Candidate[]): Candidate[] {
  return candidates.sort((a, b) => Number(b.inStock) - Number(a.inStock)).slice(0, MAX_RELATED);
}
