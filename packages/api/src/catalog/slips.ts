const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** What comes out when two neighbouring letters of `word` change places: the commonest slip of the fingers. */
export function swaps(word: string): string[] {
  const swapped = Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => {
    return word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);
  });
  return [...new Set(swapped)].filter((other) => other !== word);
}

/** Every word that is one slip away: a letter too many, one missing, a wrong one, or two that changed places. */
export function slips(word: string): string[] {
  const all = new Set(swaps(word));
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    all.add(before + after.slice(1));
    for (const letter of LETTERS) {
      all.add(before + letter + after);
      if (after) all.add(before + letter + after.slice(1));
    }
  }
  all.delete(word);
  return [...all];
}
