/** Control characters, lone surrogates and noncharacters. */
const unprintable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
const allUnprintable = new RegExp(unprintable, 'gu');

/** False if the text has characters that a database or a screen would change. */
export function isPrintable(text: string): boolean {
  return !unprintable.test(text);
}

/** The same text with spaces where it is not printable. */
export function printable(text: string): string {
  return text.replace(allUnprintable, ' ');
}
