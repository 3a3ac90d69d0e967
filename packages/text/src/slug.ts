import transliterated from 'slugify';

/** Leaves room for a number behind it in every column that holds a slug. */
const MAX_LENGTH = 110;

/**
 * Turns a name into what stands in an address: "Café au lait, 2 l" → "cafe-au-lait-2-l", "Straße" → "strasse",
 * "Чайник" → "chajnik". Empty where nothing of the name can be written in Latin letters.
 */
export function slugify(name: string): string {
  const words = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    // Accents go first: only the letters that are left have a spelling of their own. й is one of them, and stays whole.
    .replace(/[\p{scx=Latn}\p{scx=Grek}]\p{M}*/gu, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, ''))
    // Signs would be spelled out: "&" as "and", "%" as "percent".
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return transliterated(words, { lower: true, remove: /[^\w\s-]|_/g })
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
}
