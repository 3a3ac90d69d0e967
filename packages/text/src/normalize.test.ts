import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeCode, normalizeLine, normalizeLines, truncate } from './normalize.ts';

test.each([
  ['Cafe\u0301', 'Café'],
  ['\u200bCafé\ufeff', 'Café'],
  ['Ca\u00adfe\u200b\u0301', 'Café'],
  ['\u00a0two\u3000words\u2003', 'two words'],
  ['\u202eevil\u202c \u2066x\u2069', 'evil x'],
  ['a\u200db\u200cc\u2060d', 'abcd'],
  ['\u{e0041}tag\u{e0042}', 'tag'],
  ['a\ufe0f', 'a'],
  ['one\u2028two', 'one two'],
  ['\u200d\u2800\u3164 \u00ad', ''],
])('%j normalises to %j', (typed, normalized) => {
  expect(normalizeLine(typed)).toBe(normalized);
});

test.each([
  ['a family', '👩‍👩‍👧‍👦'],
  ['a heart on fire', '❤️‍🔥'],
  ['a skin tone', '🧑🏽‍🚀'],
  ['a keycap', '1️⃣'],
  ['the flag of England', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['the rainbow flag', '🏳️‍🌈'],
  ['Persian', 'می‌خواهم'],
  ['Sinhala', 'ශ්‍රී'],
  ['Bengali', 'র‍্য'],
  ['Malayalam', 'ന്‍'.concat('മ')],
  ['a variant of a Han character', '葛\u{e0100}'],
])('%s is unchanged', (_, text) => {
  expect(normalizeLine(text)).toBe(text.normalize('NFC'));
});

test('line breaks become \\n, and tabs and spaces within lines are kept', () => {
  expect(normalizeLines('\ufeffOne\r\n\r\nTwo\rThree\u2028\tFour\u0085')).toBe('One\n\nTwo\nThree\n\tFour');
});

test('codes that look the same normalise to the same code', () => {
  expect(normalizeCode(' ＡＢ－１\u00ad２ ')).toBe('AB-12');
  expect(normalizeCode('ﬁ\u200b-№1')).toBe('fi-No1');
});

test('text is truncated between characters', () => {
  expect(truncate('a𠮷👩b', 3)).toBe('a𠮷👩');
  expect(truncate('a', 3)).toBe('a');
});

const odd = fc.constantFrom(
  ...['\u200b', '\u200c', '\u200d', '\ufe0f', '\u0301', '\u00ad', '\u{1f3f4}', '\u{e0067}', '\u{e007f}', '\u2800', ' '],
  ...[
    '\u00a0',
    'e',
    '❤',
    '1',
    '\u20e3',
    'क',
    '\u094d',
    'م',
    '👩',
    '\u180b',
    'ᠠ',
    '葛',
    '\u{e0100}',
    '\u034f',
    '\u1100',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(odd, { maxLength: 12 }).map((parts) => parts.join('')),
);

test.each([normalizeLine, normalizeLines, normalizeCode])(
  'normalising is idempotent and independent of Unicode composition (%o)',
  (normalize) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
        expect(normalize(text.normalize('NFD'))).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
      }),
      { numRuns: 1000 },
    );
  },
);
