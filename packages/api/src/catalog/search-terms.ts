/** Lower case, no accents: "Café" is "cafe". */
export function plainTerm(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Plain, and without the plural's s: "Mugs" finds "mug", and the other way round. */
export function singularTerm(word: string): string {
  const plain = plainTerm(word);
  return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}
