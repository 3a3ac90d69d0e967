/* Splits text into normalized words, the same way for indexed products and for queries. */

/** Most texts: they need no folding but capitals. */
const ASCII = /^[\x20-\x7e\s]*$/;
/** Characters used as an apostrophe. */
const APOSTROPHES = /[`´‘’‛ʹʻʼʽˈ′＇]/gu;
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}™®©℠]/gu;
/**
 * Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. Not all combining marks: in Thai or Hindi
 * they are essential to the word.
 */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;
/** Letters that Unicode normalization does not decompose. */
const FOLDED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
};
const UNFOLDED = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'gu');
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯๐-๙]/gu;

/** Folds text that reads alike into one form: "Café" and "cafe", "Größe" and "grosse", "１２" and "12". */
export function fold(text: string): string {
  const folded = ASCII.test(text) ? text.replaceAll('`', "'").toLowerCase() : foldLetters(text);
  if (!folded.includes(',')) return folded;
  return folded.replace(/(?<!\d)([1-9]\d{0,2}),(\d{3})(?!\d)/g, '$1$2').replace(/(\d),(?=\d)/g, '$1.');
}

function foldLetters(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(UNFOLDED, (letter) => FOLDED[letter] ?? letter)
    .replace(OTHER_DIGITS, asciiDigit);
}

/** Arabic, Persian and Thai digits start at a code ending in 0, those of India at one ending in 6. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code >= 0x900 && code < 0xa00 ? code - 6 : code) & 0xf);
}

/** Scripts without blanks between words, which are searched by pairs of letters. */
const PAIRED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const isPaired = new RegExp(`[${PAIRED}]`, 'u');
const LETTER = '(?:[\\p{L}\\p{M}\\p{N}]|(?<=\\d)\\.(?=\\d))';
/** Text without blanks, possibly with hyphens or similar inside; each pictograph is a word. */
const CHUNK = new RegExp(`\\p{Extended_Pictographic}|${LETTER}+(?:[-‐‒–_./&+·']${LETTER}+)*`, 'gu');
/** The usual word, which has no parts. */
const PLAIN = /^[a-z]+$/;
const JOINT = /[-‐‒–_/&+·]|(?<!\d)\.|\.(?!\d)/u;
const RUN = new RegExp(`\\d+(?:\\.\\d+)?|[${PAIRED}]+|[^\\d${PAIRED}]+`, 'gu');

/** A number matches exactly; a pair is two letters of a script without blanks. */
type Kind = 'letters' | 'number' | 'mixed' | 'pair';

export interface Word {
  text: string;
  kind: Kind;
  /** Its parts: 350 and ml in "350ml", l and eau in "l'eau". */
  parts: string[];
}

/** The words `from`–`to` joined into one: "wifi" for "Wi-Fi". */
export interface Join {
  from: number;
  to: number;
  text: string;
}

/** The words of a text, and the joined forms of those without blanks between them. */
export function wordsOf(text: string): { words: Word[]; joins: Join[] } {
  const words: Word[] = [];
  const joins: Join[] = [];
  for (const chunk of fold(text).match(CHUNK) ?? []) {
    if (PLAIN.test(chunk)) {
      words.push({ text: chunk, kind: 'letters', parts: [] });
      continue;
    }
    const from = words.length;
    for (const part of chunk.split(JOINT)) words.push(...wordsOfPart(part));
    const to = words.length - 1;
    const own = words.slice(from);
    if (to > from && own.every(({ kind }) => kind !== 'pair')) {
      joins.push({ from, to, text: own.map((word) => word.text).join('') });
    }
  }
  return { words, joins };
}

function wordsOfPart(part: string): Word[] {
  if (isPaired.test(part))
    return (part.match(RUN) ?? []).flatMap((run) => (isPaired.test(run) ? pairs(run) : word(run)));
  return part === '' ? [] : [word(part)];
}

function word(part: string): Word {
  const text = part.replaceAll("'", '');
  if (/^[\d.]+$/.test(text)) return { text, kind: 'number', parts: [] };
  const runs = text.match(RUN) ?? [];
  if (runs.length > 1) return { text, kind: 'mixed', parts: runs };
  return { text, kind: 'letters', parts: part.includes("'") ? part.split("'").filter(Boolean) : [] };
}

function pairs(run: string): Word[] {
  const letters = [...run];
  if (letters.length === 1) return [{ text: run, kind: 'pair', parts: [] }];
  return letters
    .slice(1)
    .map((letter, i) => ({ text: `${letters[i]}${letter}`, kind: 'pair', parts: [letters[i] ?? '', letter] }));
}

/** Removes an English plural ending: "mugs" → "mug", "boxes" → "box", "berries" → "berry". */
export function singular(word: string): string {
  if (!word.endsWith('s') || word.length < 4 || !/^[a-z]+$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=ss|x|ch|sh|zz)es$|s$/, '');
}

/** Words that say little about a product: optional if the query has others. */
const STOP_WORDS = new Set(
  'a an and are as at be by for from has in into is it its no not of on or so than that the them they this to with you your'.split(
    ' ',
  ),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
