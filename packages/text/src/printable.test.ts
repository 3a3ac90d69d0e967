import { expect, test } from 'vitest';
import { isPrintable } from './printable.ts';

test.each(['\u0000', 'a\u0007', '\ud800', '\uffff', '\ufdd0'])('%j is not printable', (text) => {
  expect(isPrintable(text)).toBe(false);
});

test.each(['', 'two words', 'line\u2028line', 'a\u200db', '\u{1f3f4}'])('%j is', (text) => {
  expect(isPrintable(text)).toBe(true);
});
