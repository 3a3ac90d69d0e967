import transliterated from 'slugify';

/** Leaves space for a numeric suffix in every column that holds a slug. */
const MAX_LENGTH = 110;

/**
 * Converts a name to a slug for URLs: "Café au lait, 2 l" → "cafe-au-lait-2-l", "Straße" → "strasse",
 * "Чайник" → "chajnik". Empty if no part of the name can be transliterated.
 */
export function slugify(name: string): string {
  const words = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    // Remove accents first, since only base letters have a transliteration. Cyrillic is excluded: й has its own.
    .replace(/[\p{scx=Latn}\p{scx=Grek}]\p{M}*/gu, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, ''))
    // Otherwise symbols would be spelled out: "&" as "and", "%" as "percent".
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return transliterated(words, { lower: true, remove: /[^\w\s-]|_/g })
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
}
