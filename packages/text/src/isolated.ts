/** Letters of right-to-left scripts. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Prepares a name for use inside a sentence in one string: wraps right-to-left text in Unicode isolates, so that its
 * punctuation and digits do not mix with the sentence's. In markup, use `<bdi>` instead.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
