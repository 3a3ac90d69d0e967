import { foldText } from '@lantern/text/fold';
import { slugify } from '@lantern/text/slug';

/** What stands for a letter next to others: `l0vel4ce`. */
const digits: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const disguised = /(?<=\p{L})[013457@$!]|[013457@$!](?=\p{L})/gu;

/** What is left of "p a s s w o r d" without its spaces has to be this long to say anything about the whole. */
const MIN_JOINED = 6;

/**
 * A password as guessers see it: without case, accents and widths, with letters where digits stand for them, and with nothing
 * between its letters.
 */
export function undisguised(password: string): string[] {
  const folded = foldText(password.normalize('NFKC'));
  const forms = [folded, folded.replace(disguised, (digit) => digits[digit] ?? digit)];
  const joined = forms.map((form) => form.replace(/[^\p{L}\p{M}\p{N}]/gu, ''));
  return [...new Set([...forms, ...joined.filter((form) => [...form].length >= MIN_JOINED)])];
}

/** The ways to type a word: without accents, with umlauts written out, in Latin letters, and each of them backwards. */
export function spellingsOf(word: string): string[] {
  const lower = word.normalize('NFKC').toLowerCase();
  const written = lower.replace(/[äöü]/g, (umlaut) => `${foldText(umlaut)}e`);
  const forwards = [foldText(lower), foldText(written), slugify(word).replaceAll('-', '')];
  return [...new Set(forwards)].flatMap((spelling) => [spelling, [...spelling].reverse().join('')]);
}
