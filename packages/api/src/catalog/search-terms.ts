/** Words that say nothing of a product, and stand in nearly every description. */
const STOP_WORDS = new Set(
  'a an and are as at be by for from has in into is it its no not of on or so than that the them they this to with you your'.split(
    ' ',
  ),
);

/** Lower case, no accents: "Café" is "cafe". Nothing for a word that says nothing. */
export function plainTerm(word: string): string | null {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  return STOP_WORDS.has(plain) ? null : plain;
}

/** Plain, and without the plural's s: "Mugs" finds "mug", and the other way round. */
export function singularTerm(word: string): string | null {
  const plain = plainTerm(word);
  return plain && plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}
