import { parseCents } from './euros.ts';

/** A price that is said in a search, in words that can hardly mean anything else. */
export interface PriceWords {
  /** What is looked for besides. */
  rest: string;
  /** The words themselves, as they were typed. */
  phrase: string;
  /** Integer cents, both inclusive; null where there is no such bound. */
  minPriceCents: number | null;
  maxPriceCents: number | null;
  /** False where it may be a size or an age as well: "from 3", "bis 20". */
  certain: boolean;
}

const EURO = '(?:€|eur(?:os?)?)';
const NUMBER = String.raw`\d(?:[\d.,]*\d)?`;
/** Twice the same, so that the sign may stand at either side. */
const AMOUNT = String.raw`((?:${EURO}\s?)?${NUMBER}(?:\s?${EURO})?)`;
const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const BEHIND = String.raw`(?![\p{L}\p{N}%])`;
const pattern = (words: string) => new RegExp(`${BEFORE}${words}${BEHIND}`, 'iu');

interface Form {
  words: RegExp;
  /** What its amounts are: the highest, the lowest, or one of each. */
  is: 'max' | 'min' | 'both';
  /** The amount itself does not count. */
  exclusive?: true;
  certain?: true;
}

const LESS = '(?:under|below|(?:less|cheaper) than|unter|(?:weniger|billiger|günstiger) als)';
const AT_MOST = String.raw`(?:up to|at most|max(?:imum)?\.?|bis(?: zu)?|höchstens|maximal)`;
const MORE = '(?:over|above|more than|über|mehr als)';
const AT_LEAST = String.raw`(?:from|at least|min(?:imum)?\.?|ab|mindestens)`;

const forms: Form[] = [
  {
    words: pattern(String.raw`(?:between|zwischen)\s${AMOUNT}\s?(?:and|und|-|–)\s?${AMOUNT}`),
    is: 'both',
    certain: true,
  },
  { words: pattern(String.raw`(?:from|von)\s${AMOUNT}\s?(?:to|bis|-|–)\s?${AMOUNT}`), is: 'both' },
  { words: pattern(String.raw`${AMOUNT}\s?[-–]\s?${AMOUNT}`), is: 'both' },
  { words: pattern(String.raw`${LESS}\s?${AMOUNT}`), is: 'max', exclusive: true, certain: true },
  { words: pattern(String.raw`${AT_MOST}\s?${AMOUNT}`), is: 'max' },
  { words: pattern(String.raw`${MORE}\s?${AMOUNT}`), is: 'min', exclusive: true },
  { words: pattern(String.raw`${AT_LEAST}\s?${AMOUNT}`), is: 'min' },
];

const RANGE = /^\S*\d\s?[-–]/;
const isMarked = (amount: string | undefined) => /[€e]/i.test(amount ?? '');

/**
 * Reads "mug under €20", "lampe unter 20 €", "20–50 €": a word that bounds, and an amount with its sign, or one without
 * at the very end. "Lamp 100", "under 350 ml" and "20-50" are no prices. Null where there is none, or nothing besides.
 */
export function priceWords(query: string): PriceWords | null {
  for (const { words, is, exclusive, certain } of forms) {
    const match = words.exec(query);
    if (!match) continue;
    const [phrase, one, other] = match;
    const marked = isMarked(one) || isMarked(other);
    const isLast = match.index + phrase.length === query.trimEnd().length;
    // Two numbers with a hyphen are a size as often.
    if (!marked && (!isLast || RANGE.test(phrase))) continue;
    const cents = [one, other].flatMap((amount) => (amount === undefined ? [] : [parseCents(amount)]));
    const known = cents.filter((amount) => amount !== null).sort((a, b) => a - b);
    const [low = 0] = known;
    const rest = `${query.slice(0, match.index)} ${query.slice(match.index + phrase.length)}`
      .replace(/\s+/g, ' ')
      .trim();
    if (known.length < cents.length || rest === '') continue;
    return {
      rest,
      phrase,
      minPriceCents: is === 'max' ? null : low + (exclusive ? 1 : 0),
      maxPriceCents: is === 'min' ? null : Math.max(0, (known.at(-1) ?? low) - (exclusive ? 1 : 0)),
      certain: marked || certain === true,
    };
  }
  return null;
}
