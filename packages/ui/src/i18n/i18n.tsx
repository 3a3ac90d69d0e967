import { cloneElement, createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { formatNumber } from '../format/format.tsx';
import { language, perLanguage } from '../language/language.tsx';
import type { Message } from '../message/message.tsx';

/*
 * What Lingui's macros become in the built code, instead of Lingui's own runtime: that reads catalogues, changes languages
 * while a page is open and needs a context, none of which happens here, and is six times as large.
 */

/** What the macros make of words. */
interface Descriptor {
  id: string;
  /** In English. */
  message?: Message;
  values?: Record<string, ReactNode>;
  /** What marks up parts of the message, by their index in it. */
  components?: Record<string, ReactElement>;
}

/** @public Called by what the build makes of `t`, `plural` and `select`. */
export const i18n = {
  /** The words of a message, as text. */
  _: (descriptor: Descriptor): string => partsOf(wordsOf(descriptor), descriptor).join(''),
};

/** The words of a message with links and other elements in it. @public Used by what the build makes of `<Trans>`. */
export function Trans(descriptor: Descriptor) {
  return createElement(Fragment, null, ...partsOf(wordsOf(descriptor), descriptor));
}

const wordsOf = ({ id, message = id }: Descriptor): Message => language().messages[id] ?? message;

const plurals = perLanguage((locale) => new Intl.PluralRules(locale));

function partsOf(message: Message, given: Descriptor): ReactNode[] {
  if (typeof message === 'string') return [message];
  return message.flatMap((part) => {
    if (typeof part === 'string') return part;
    if (part[0] === 'element') {
      const element = given.components?.[part[1]];
      return element && cloneElement(element, undefined, ...partsOf(part[2], given));
    }
    const value = given.values?.[part[1]];
    if (part[0] === 'value') return value;
    if (part[0] === 'number') return formatNumber(Number(value));
    const [kind, , cases] = part;
    const word = kind === 'plural' ? plurals().select(Number(value)) : 'other';
    return partsOf(cases[String(value)] ?? cases[word] ?? cases.other ?? '', given);
  });
}
