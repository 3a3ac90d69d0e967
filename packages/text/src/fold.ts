/** Letters that Unicode does not take apart, as people without them on the keyboard write them. */
const plain: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  ĸ: 'k',
};
const letters = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/**
 * What is compared when somebody searches, and what names are sorted by: without case, accents and ligatures.
 * "Écharpe" is "echarpe", "GROSSE" and "große" are "grosse", "Øystein" is "oystein". The same on every database,
 * since it is made here and kept in a column beside the text.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?=\p{M})\p{Diacritic}|\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?=\p{M})\p{Diacritic}/gu, '')
    .replace(letters, (letter) => plain[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}
