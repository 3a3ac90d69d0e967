import { expect, test } from 'vitest';
import { isPrintable, printable } from './printable.ts';

test.each(['\u0000', 'a\u0007', '\ud800', '\uffff', '\ufdd0'])('%j is not printable', (text) => {
  expect(isPrintable(text)).toBe(false);
});

test.each(['', 'two words', 'line\u2028line', 'a\u200db', '\u{1f3f4}'])('%j is', (text) => {
  expect(isPrintable(text)).toBe(true);
});

test('what is not printable can be replaced by spaces', () => {
  expect(printable('red\tmug\u0000 \ud800!')).toBe('red mug   !');
  expect(printable('a\u200db 🏴')).toBe('a\u200db 🏴');
});
