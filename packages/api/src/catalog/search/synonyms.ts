import { singular, wordsOf } from './words.ts';

/** Words that shoppers use for the same thing, as admins have listed them. */
export class Synonyms {
  /** Each written as one word, to the others of its groups, each as its words. */
  readonly #others = new Map<string, string[][]>();

  /** @param groups of words, or of several words each: `['sofa', 'couch']`, `['T-shirt', 'tee']`. */
  constructor(groups: string[][] = []) {
    for (const group of groups) {
      const phrases = new Map(group.map((phrase) => [keyOf(phrase), wordsOf(phrase).words.map(({ text }) => text)]));
      phrases.delete('');
      for (const key of phrases.keys()) {
        const others = [...phrases].filter(([other]) => other !== key).map(([, words]) => words);
        this.#others.set(key, [...(this.#others.get(key) ?? []), ...others]);
      }
    }
  }

  /** What else a word, or several written as one, may be called. */
  of(text: string): string[][] {
    return this.#others.get(singular(text)) ?? [];
  }

  /** The same for a word that is still being typed. */
  startingWith(start: string): string[][] {
    return [...this.#others].flatMap(([key, others]) => (key.startsWith(start) ? others : []));
  }
}

function keyOf(phrase: string): string {
  const words = wordsOf(phrase).words.map(({ text }) => text);
  return singular(words.join(''));
}
