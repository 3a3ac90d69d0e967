const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщъыьэюяєґ', 'αβγδεζηθικλμνξοπρστυφχψω'];

/** Longer words have too many neighbours. */
const MAX_LENGTH = 24;

/** A word one typo away. `by` is the typo: a missing letter, two swapped ones, a wrong or an extra one. */
export interface Neighbour {
  text: string;
  by: 'missing' | 'swapped' | 'wrong' | 'extra';
}

/**
 * Every word that is one typo away, the most likely kinds first. None for words with digits, because numbers
 * match exactly, nor for scripts without an alphabet here.
 */
export function* neighbours(word: string): Generator<Neighbour, void, void> {
  const letters = ALPHABETS.find((alphabet) => [...word].every((letter) => alphabet.includes(letter)));
  if (!letters || word.length < 2 || word.length > MAX_LENGTH) return;
  const cut = (at: number): [string, string] => [word.slice(0, at), word.slice(at)];
  for (let at = 1; at < word.length; at++) {
    const swapped = word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
    if (swapped !== word) yield { text: swapped, by: 'swapped' };
  }
  for (let at = word.length; at >= 0; at--) {
    const [before, after] = cut(at);
    // Inserting a letter before or after an equal one gives the same word: yield it only once.
    for (const letter of letters) if (letter !== before.at(-1)) yield { text: before + letter + after, by: 'missing' };
    if (at === 0 || before.at(-1) === before.at(-2)) continue;
    yield { text: before.slice(0, -1) + after, by: 'extra' };
  }
  for (let at = word.length - 1; at >= 0; at--) {
    const [before, after] = cut(at);
    for (const letter of letters) {
      if (letter !== after[0]) yield { text: before + letter + after.slice(1), by: 'wrong' };
    }
  }
}

/** Whether the words are at most two typos apart. */
export function isWithinTwoTypos(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let [older, old, row]: number[][] = [[], [], Array.from({ length: b.length + 1 }, (_, i) => i)];
  const at = (numbers: number[] | undefined, i: number) => numbers?.[i] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    [older, old, row] = [old, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row?.push(
        Math.min(
          at(old, j) + 1,
          at(row, j - 1) + 1,
          at(old, j - 1) + differs,
          swapped ? at(older, j - 2) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...(row ?? [])) > 2) return false;
  }
  return at(row, b.length) <= 2;
}
