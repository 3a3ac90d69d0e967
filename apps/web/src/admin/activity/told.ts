import { isolated } from '@lantern/text/isolated';
import { plural, t } from '@lingui/core/macro';
import type { LoggedEntry } from '../fields/field-words.ts';
import { type ChangeWords, changeWords } from './change-words.ts';
import type { LogGroup } from './log-groups.ts';
import type { LogNames } from './log-names.ts';
import { what, who } from './sentences/places.ts';
import { partsOf, placesOf, plainSentence, type Sentence } from './sentences/sentence.ts';
import { sentenceOf } from './sentences/sentence-of.ts';
import { thingName } from './sentences/thing-name.ts';
import { type ListPart, listParts } from './thing-list.ts';

/** Named one by one; of more things, only how many there are. */
const NAMED = 3;

/** What a row of the log says. */
export interface Told {
  text: string;
  values: Record<string, string>;
  /** The things that it is about: those that are named. */
  things: LoggedEntry['entity'][];
  /** How many there are beyond those. */
  more: number;
  /** There may be others that are not loaded yet. */
  isOpen: boolean;
  /** The changes that the sentence leaves out. */
  rest: ChangeWords[];
}

/** One entry in words. */
export function tellEntry(entry: LoggedEntry, names: LogNames): Told {
  const changes = changeWords(entry, names);
  const { text, values = {}, tells } = sentenceOf(entry, changes);
  const rest = tells === 'all' ? [] : changes.filter(({ field }) => !tells.includes(field));
  return { text, values: withWho(entry, values, names), things: [entry.entity], more: 0, isOpen: false, rest };
}

/** The entries of a group in one sentence: what all of them say or, if they differ, only that there was a change. */
export function tellGroup({ entries, first }: LogGroup, names: LogNames, isOpen = false): Told {
  if (entries.length === 1) return tellEntry(first, names);
  const sentences = entries.map((entry) => sentenceOf(entry, changeWords(entry, names)));
  const [shared, ...others] = new Set(sentences.map(sharedPart));
  const [sentence] = sentences;
  const isSame = sentence && shared !== undefined && others.length === 0;
  const { text, values } = isSame ? shortened(sentence) : { text: t`${who} changed ${what}`, values: {} };
  return {
    text,
    values: withWho(first, values, names),
    things: entries.slice(0, NAMED).map(({ entity }) => entity),
    more: Math.max(0, entries.length - NAMED),
    isOpen,
    rest: [],
  };
}

/** The things of a row, as a list in its sentence. */
export function thingsOf({ things, more, isOpen }: Told, names: LogNames): ListPart<LoggedEntry['entity']>[] {
  return listParts(things, (thing) => thingName(thing, names), moreText(more, isOpen));
}

function moreText(more: number, isOpen: boolean): string | null {
  if (isOpen) return more > 0 ? plural({ count: more }, { other: 'at least # more' }) : t`more`;
  return more > 0 ? plural({ count: more }, { other: '# more' }) : null;
}

/** A row's sentence as plain text, for an announcement. */
export function plainTold(told: Told, names: LogNames): string {
  const things = thingsOf(told, names)
    .map(({ item, text }) => (item ? isolated(text) : text))
    .join('');
  return plainSentence(
    partsOf(told.text, told.values).map((part) => (part.place === 'what' ? { place: null, text: things } : part)),
  );
}

function withWho({ actor }: LoggedEntry, values: Record<string, string>, names: LogNames): Record<string, string> {
  return { ...values, who: actor.id === null ? t`The store` : (names.user(actor.id) ?? actor.email) };
}

function shortened({ text, short = text, values = {} }: Sentence) {
  return { text: short, values };
}

/** What a sentence says about any of several things: equal for those that say the same. */
function sharedPart(sentence: Sentence): string {
  const { text, values } = shortened(sentence);
  return JSON.stringify([text, ...placesOf(text).map((place) => values[place])]);
}
