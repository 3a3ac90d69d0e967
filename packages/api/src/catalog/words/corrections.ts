import type { Sources } from './alternatives.ts';
import { correctedWord, type Form, phrase } from './forms.ts';
import { synonymsAmong } from './synonyms.ts';
import { isWithinTwoTypos, type Neighbour, neighbours } from './typos.ts';
import { byFrequency, type KnownWord } from './vocabulary.ts';
import { singular, type Word } from './words.ts';

/** The replacements of an unknown word. */
export interface Correction {
  forms: Form[];
  /** Most likely first. */
  words: string[];
}

/** A shorter word is not taken for the beginning of another. */
const MIN_PREFIX = 4;
const MIN_PREFIX_TYPING = 3;
const MIN_TWO_TYPOS = 7;
const MAX_REPORTED = 8;

/**
 * The likely intended words for an unknown word. Allows one typo, in a whole word or in one that is still being
 * typed, and two typos only in a long word with the right first letter. Only words of naming fields and synonyms.
 */
export function correctionOf(sources: Sources, word: Word, typing: boolean, isLast: boolean): Correction | null {
  if (word.kind !== 'letters') return null;
  const whole = oneTypo(sources, word.text);
  const asPrefix = isLast && (typing || whole.length === 0);
  const prefix = asPrefix ? oneTypoInPrefix(sources, word.text, typing ? MIN_PREFIX_TYPING : MIN_PREFIX) : [];
  const found = new Map<string, Candidate>([...prefix, ...whole].map((candidate) => [candidate.text, candidate]));
  const candidates = found.size > 0 ? [...found.values()] : twoTypos(sources, word.text);
  return candidates.length === 0 ? null : chosen(sources, word.text, candidates);
}

/** A word that may have been meant; without `named`, its synonyms are searched for. */
interface Candidate extends KnownWord {
  synonyms?: string[][];
}

function oneTypo({ file, vocabulary, lookups }: Sources, typed: string): Candidate[] {
  const tried = [...new Set([typed, singular(typed)])].flatMap((from) => [...neighbours(from)].map(({ text }) => text));
  if (tried.length === 0 || !lookups.spend(tried.length)) return [];
  const bySynonym = [...synonymsAmong(file, tried)].map(([text, synonyms]) => ({ text, synonyms, named: 0 }));
  return [...bySynonym, ...vocabulary.namesAmong(tried)].map(({ text, named, ...more }) => ({
    ...more,
    text,
    named: named * (text[0] === typed[0] ? 1 : 0.8),
  }));
}

function oneTypoInPrefix({ vocabulary, lookups }: Sources, typed: string, minLength: number): KnownWord[] {
  if (typed.length < minLength) return [];
  // In a very short word, a different letter makes a different word.
  const isMeant = ({ by }: Neighbour) => typed.length >= MIN_PREFIX || (by !== 'wrong' && by !== 'extra');
  const byText = new Map([...neighbours(typed)].filter(isMeant).map((neighbour) => [neighbour.text, neighbour.by]));
  if (byText.size === 0 || !lookups.spend(byText.size)) return [];
  return vocabulary.namesStartingWith([...byText.keys()]).map(({ start, text, named }) => {
    const confidence = (start[0] === typed[0] ? 1 : 0.5) * (byText.get(start) === 'missing' ? 1.3 : 1);
    return { text, named: named * confidence };
  });
}

function twoTypos({ vocabulary, lookups }: Sources, typed: string): KnownWord[] {
  if (typed.length < MIN_TWO_TYPOS || !lookups.spend()) return [];
  return vocabulary.namesWithInitial(typed.charAt(0), typed.length).filter(({ text }) => isWithinTwoTypos(typed, text));
}

/** Searches for the likeliest candidates, and reports the first of them. */
function chosen({ breadth }: Sources, typed: string, candidates: Candidate[]): Correction {
  const likeliest = candidates.sort(byFrequency).slice(0, breadth);
  // Report only one of "teapot" and "teapots", in the number that was typed.
  const reported = new Map<string, string>();
  for (const { text } of likeliest) {
    const singularForm = singular(text);
    if (!reported.has(singularForm) || (singular(typed) === typed) === (text === singularForm))
      reported.set(singularForm, text);
  }
  const first = singular(likeliest[0]?.text ?? '');
  const forms = likeliest.flatMap(({ text, synonyms }) =>
    synonyms ? synonyms.map(phrase) : correctedWord(text, singular(text) === first),
  );
  return { forms, words: [...reported.values()].slice(0, MAX_REPORTED) };
}
