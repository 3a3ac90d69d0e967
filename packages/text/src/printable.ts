/** Control characters, lone surrogates and noncharacters. */
const unprintable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** False if the text has characters that a database or a screen would change. */
export function isPrintable(text: string): boolean {
  return !unprintable.test(text);
}
