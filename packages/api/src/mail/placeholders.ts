/** `{orderNumber}` in the words of a mail stands for the number of its order. */
const PLACEHOLDER = /\{([^{}\n]*)\}/g;

/** What the placeholders of a mail stand for, by name. */
export type PlaceholderValues = Record<string, string>;

/** Replaces each placeholder once: what looks like one in a value stays as it is, and so does an unknown one. */
export function fill(words: string, values: PlaceholderValues): string {
  return words.replace(PLACEHOLDER, (whole, name: string) => (Object.hasOwn(values, name) ? `${values[name]}` : whole));
}

/** … for a subject or a heading: a line break in a value must not begin another header of the mail. */
export function fillLine(words: string, values: PlaceholderValues): string {
  return fill(words, values).replace(/[\s\p{Cc}]+/gu, ' ');
}

/** The paragraphs of a text. They are told apart before they are filled: no value becomes several. */
export function fillParagraphs(text: string, values: PlaceholderValues): string[] {
  return text.split(/\n[^\S\n]*\n\s*/).flatMap((words) => (words.trim() === '' ? [] : fill(words, values)));
}

/** The first placeholder in the words that is not among `names`, without its braces; undefined if there is none. */
export function unknownPlaceholder(words: string, names: readonly string[]): string | undefined {
  return [...words.matchAll(PLACEHOLDER)].map(([, name = '']) => name).find((name) => !names.includes(name));
}
