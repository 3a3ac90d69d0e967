import { t } from '@lingui/core/macro';
import { ABOUT_STORE } from './store.ts';

/** What search results show of a description: of a shorter one, they show parts of the page instead. */
const MIN_LENGTH = 50;
const MAX_LENGTH = 160;

/**
 * A description of 50 to 160 characters from as many of these sentences as it takes, in one line, and cut at a word. What
 * is too short ends with what the store is.
 */
export function descriptionOf(...sentences: string[]): string {
  let line = '';
  for (const sentence of [...sentences, t(ABOUT_STORE)].map(inOneLine)) {
    if (sentence === '' || line.length >= MIN_LENGTH) continue;
    line = line === '' ? sentence : `${line}${/[.!?…。！？]$/u.test(line) ? '' : '.'} ${sentence}`;
  }
  return line.length <= MAX_LENGTH ? line : `${cut(line)}…`;
}

function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The beginning, up to the last word that fits; scripts without spaces are cut between characters. */
function cut(line: string): string {
  const most = line.slice(0, MAX_LENGTH);
  const end = most.lastIndexOf(' ');
  if (end > MIN_LENGTH) return most.slice(0, end).replace(/[,;:–-]$/u, '');
  // Neither half of a character, nor a joiner without what it joins.
  return line.slice(0, MAX_LENGTH - 1).replace(/(?:[\ud800-\udbff]|\u200d|\s){1,2}$/, '');
}
