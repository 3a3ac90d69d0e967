import { normalizeLines } from '@lantern/text/normalize';

/**
 * The error for a text with too many characters, counted as the server counts them; undefined if it fits. Shown by
 * fields instead of `maxLength`, which silently cuts off pasted text.
 */
export function tooLong(text: string, most: number): string | undefined {
  const over = [...normalizeLines(text)].length - most;
  return over > 0
    ? `Use at most ${most.toLocaleString('en')} characters: this is ${over.toLocaleString('en')} too many.`
    : undefined;
}
