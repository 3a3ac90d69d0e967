/** Scripts without spaces between words: a line may end after each character. */
const DENSE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** What may begin no line, or end none. */
const CLOSING = '、。，．：；！？）」』】》〉ー々';
const OPENING = '（「『【《〈';

/** What stays on one line if it can: a word, with what follows it. */
const words = new RegExp(String.raw`(?:[${OPENING}]*[${DENSE}][${CLOSING}]*|[^\s\-${DENSE}]+-*|-+)\s*|\s+`, 'gu');
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character each, with its marks. */
export function charactersOf(text: string): string[] {
  return Array.from(characters.segment(text), ({ segment }) => segment);
}

/** Breaks a text into lines of at most `width`; what is too wide for a line of its own is broken anywhere. */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string) => widthOf((line + more).trimEnd()) <= width;
  const add = (part: string) => {
    if (line !== '' && !fits(part)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  };
  for (const [word] of text.matchAll(words)) {
    if (widthOf(word.trimEnd()) <= width) add(word);
    else for (const character of charactersOf(word)) add(character);
  }
  return [...lines, line.trimEnd()];
}
