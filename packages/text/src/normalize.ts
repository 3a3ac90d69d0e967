/*
 * Normalises text for storing, so that text that looks the same is the same: composed letters (NFC), ordinary spaces,
 * and no invisible characters except those that scripts and emoji need. Everything here also runs in the browser.
 */

/** Invisible characters: soft hyphens, direction and byte order marks, fillers. */
const invisible =
  /(?![\u200c\u200d]|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Tag characters outside flags such as England's, where they have no meaning. */
const strayTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}]/gu;

/** Variation selectors that do not follow an emoji, a keycap, or a letter of a script that has variants. */
const strayVariations =
  /(?<!(?!\p{M})[\p{Extended_Pictographic}\p{sc=Han}\p{sc=Mong}\p{sc=Mymr}])(?!(?<=[#*0-9])\ufe0f\u20e3)\p{Variation_Selector}/gu;

/** Joiners where they have no effect: emoji use U+200D; Arabic, Mongolian and the scripts of South Asia use both. */
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

/** Removing a character can reorder combining marks, which needs another pass; no known text needs more than this. */
const MAX_PASSES = 5;

function composed(text: string): string {
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = current
      .normalize('NFC')
      .replace(invisible, '')
      .replace(strayTags, '')
      .replace(strayVariations, '')
      .replace(strayJoiners, '')
      .normalize('NFC')
      .replace(/\p{Zs}/gu, ' ');
    if (next === current) break;
    current = next;
  }
  return current;
}

/** Without surrounding whitespace, including empty braille cells. */
const trimmed = (text: string) => text.replace(/^[\s\u2800]+|[\s\u2800]+$/g, '');

/** Normalises one line of text: "Cafe\u0301\u00a0" → "Café". Text of only spaces and invisible characters becomes empty. */
export function normalizeLine(text: string): string {
  return trimmed(composed(text.replace(/[\u2028\u2029]/g, ' ')));
}

/** Normalises text of several lines, with any kind of line breaks. */
export function normalizeLines(text: string): string {
  return trimmed(composed(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')));
}

/** Normalises a code that people compare and retype, such as a SKU: also replaces full-width letters, ligatures etc. with plain ones. */
export function normalizeCode(text: string): string {
  return normalizeLine(composed(text).normalize('NFKC'));
}

/** The first `length` characters, counted in code points like the limits of columns and schemas. */
export function truncate(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}
