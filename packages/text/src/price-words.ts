import { perCurrency } from './currency.ts';
import { currencyUnits } from './currency-units.ts';
import { parseCents } from './money.ts';

/** A price range in a search query, in words that are unlikely to mean anything else. */
export interface PriceWords {
  /** The query without the price. */
  rest: string;
  /** The words of the price, as typed. */
  phrase: string;
  /** Integer cents, both inclusive; null if there is no such bound. */
  minPriceCents: number | null;
  maxPriceCents: number | null;
  /** False if it may also be a size or an age: "from 3", "bis 20". */
  certain: boolean;
}

const NUMBER = String.raw`\d(?:[\d.,]*\d)?`;
const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const BEHIND = String.raw`(?![\p{L}\p{N}%])`;
const pattern = (words: string) => new RegExp(`${BEFORE}${words}${BEHIND}`, 'iu');

interface Form {
  words: RegExp;
  /** Which bounds its amounts are. */
  is: 'max' | 'min' | 'both';
  /** Excludes the amount itself. */
  exclusive?: true;
  certain?: true;
}

const LESS = '(?:under|below|(?:less|cheaper) than|unter|(?:weniger|billiger|günstiger) als)';
const AT_MOST = String.raw`(?:up to|at most|max(?:imum)?\.?|bis(?: zu)?|höchstens|maximal)`;
const MORE = '(?:over|above|more than|über|mehr als)';
const AT_LEAST = String.raw`(?:from|at least|min(?:imum)?\.?|ab|mindestens)`;

const formsOf = perCurrency((): Form[] => {
  /** The currency may be on either side. */
  const AMOUNT = String.raw`((?:${currencyUnits()}\s?)?${NUMBER}(?:\s?${currencyUnits()})?)`;
  return [
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
});

const RANGE = /^\S*\d\s?[-–]/;
/** Whether it has a currency. */
const isMarked = (amount: string | undefined) => /[^\d.,\s]/.test(amount ?? '');

/**
 * Finds a price range in a query: "mug under €20", "lampe unter 20 €", "vase 20–50 €". The amount needs a currency, or
 * must be at the end of the query. "Lamp 100", "under 350 ml" and "20-50" are not prices. Null if there is no price, or
 * nothing but a price.
 */
export function parsePriceWords(query: string): PriceWords | null {
  for (const { words, is, exclusive, certain } of formsOf()) {
    const match = words.exec(query);
    if (!match) continue;
    const [phrase, one, other] = match;
    const marked = isMarked(one) || isMarked(other);
    const isLast = match.index + phrase.length === query.trimEnd().length;
    // Two numbers with a hyphen may just as well be a size.
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
