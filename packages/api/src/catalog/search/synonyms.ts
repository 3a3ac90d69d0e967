import { singular, wordsOf } from './words.ts';

/** The synonyms that admins have listed. */
export class Synonyms {
  /** From each phrase, joined into one word, to the other phrases of its groups, each split into words. */
  readonly #others = new Map<string, string[][]>();

  /** @param groups of words or phrases: `['sofa', 'couch']`, `['T-shirt', 'tee']`. */
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

  /** The synonyms of a word, or of several words joined into one. */
  of(text: string): string[][] {
    return this.#others.get(singular(text)) ?? [];
  }

  /** The synonyms of all words that begin with `start`, for a word that is still being typed. */
  startingWith(start: string): string[][] {
    return [...this.#others].flatMap(([key, others]) => (key.startsWith(start) ? others : []));
  }
}

function keyOf(phrase: string): string {
  const words = wordsOf(phrase).words.map(({ text }) => text);
  return singular(words.join(''));
}
