/**
 * Text in the one form in which the shop keeps it. What looks the same is the same: composed letters (NFC),
 * ordinary blanks, nothing unseen but what scripts and emoji are joined with. All of it runs in the browser too.
 */

/** Control characters, halves of surrogate pairs, and code points that never will be characters. */
const unprintable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** What shows as nothing: soft hyphens, marks of direction and byte order, fillers. */
const unseen =
  /(?![\u200c\u200d]|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Flags of England and the like are spelled in tags, which mean nothing anywhere else. */
const strayTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}]/gu;

/** A variation is one of an emoji, of a keycap, or of a letter in a script that has them. */
const strayVariations =
  /(?<!(?!\p{M})[\p{Extended_Pictographic}\p{sc=Han}\p{sc=Mong}\p{sc=Mymr}])(?!(?<=[#*0-9])\ufe0f\u20e3)\p{Variation_Selector}/gu;

/** Emoji are joined by U+200D; by both joiners Arabic, Mongolian, and the scripts of India and its neighbours. */
const strayJoiners = new RegExp(
  [
    String.raw`(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f](?=\u200d\p{Extended_Pictographic}))`,
    String.raw`(?<!(?!\p{sc=Zinh})[${'Arab Syrc Nko Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Tibt Mymr Khmr'
      .split(' ')
      .map((script) => String.raw`\p{scx=${script}}`)
      .join('')}](?=.\p{L}|.\p{M}))`,
    String.raw`[\u200c\u200d]`,
  ].join(''),
  'gu',
);

/** What was between two marks may be gone after a pass, and they stand in another order; more passes nobody needs. */
const MAX_PASSES = 5;

function composed(text: string): string {
  let seen = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = seen
      .normalize('NFC')
      .replace(unseen, '')
      .replace(strayTags, '')
      .replace(strayVariations, '')
      .replace(strayJoiners, '')
      .normalize('NFC')
      .replace(/\p{Zs}/gu, ' ');
    if (next === seen) break;
    seen = next;
  }
  return seen;
}

/** Without blanks around it; an empty braille cell is one where nothing is beside it. */
const trimmed = (text: string) => text.replace(/^[\s\u2800]+|[\s\u2800]+$/g, '');

/** One line of text: "Cafe\u0301\u00a0" is "Café". A text of blanks and unseen characters alone is empty. */
export function normalLine(text: string): string {
  return trimmed(composed(text.replace(/[\u2028\u2029]/g, ' ')));
}

/** Text of several lines, whatever ends them. */
export function normalLines(text: string): string {
  return trimmed(composed(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')));
}

/** A code that is compared and typed off, such as a SKU: also full-width letters, ligatures and the like are plain ones. */
export function normalCode(text: string): string {
  return normalLine(composed(text).normalize('NFKC'));
}

/** False where a database or a screen would make something else of it than was sent. */
export function isPrintable(text: string): boolean {
  return !unprintable.test(text);
}

/** Its first characters, counted as columns and schemas count them; none of them is cut in half. */
export function beginningOf(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}
