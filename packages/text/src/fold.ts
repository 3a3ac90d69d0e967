/** Letters that Unicode does not decompose, and how people write them who do not have them on the keyboard. */
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
 * Folds text for searching and sorting: removes case, accents and ligatures. "Écharpe" becomes "echarpe", "GROSSE" and
 * "große" become "grosse", "Øystein" becomes "oystein". The result is stored in a column next to the text, so that it
 * does not depend on the collations of the database.
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
