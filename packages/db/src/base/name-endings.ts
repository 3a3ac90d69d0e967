/** Characters of an ending that are kept; a longer text is looked up by its beginning. */
export const ENDING_LENGTH = 40;

/** The beginning of a text, as far as endings are kept. */
export function endingStart(text: string): string {
  return [...text].slice(0, ENDING_LENGTH).join('').trimEnd();
}

/** What a folded name ends with, from each of its characters on: it contains a text if one of these begins with it. */
export function endingsOf(nameKey: string): string[] {
  const characters = [...nameKey];
  const endings = characters.map((_, index) => endingStart(characters.slice(index).join('')));
  return [...new Set(endings)].filter((ending) => ending !== '' && !ending.startsWith(' '));
}
