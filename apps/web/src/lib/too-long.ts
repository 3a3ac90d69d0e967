import { normalLines } from '@lantern/text/normal';

/**
 * What is said of a text of more characters than are kept, counted as the server counts; undefined where it fits.
 * Fields say it, since a `maxLength` would cut off without a word what was pasted.
 */
export function tooLong(text: string, most: number): string | undefined {
  const over = [...normalLines(text)].length - most;
  return over > 0
    ? `Use at most ${most.toLocaleString('en')} characters: this is ${over.toLocaleString('en')} too many.`
    : undefined;
}
