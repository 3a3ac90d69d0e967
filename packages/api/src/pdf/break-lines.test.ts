import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

const widthOf = (text: string) => [...text].length;

test.each([
  ['a lamp of brass', 6, ['a lamp', 'of', 'brass']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['LAMP-RED-12', 6, ['LAMP-', 'RED-12']],
  ['東京都千代田区、丸の内', 7, ['東京都千代田', '区、丸の内']],
  ['', 5, ['']],
])('%s in %i', (text, width, lines) => {
  expect(breakLines(text, width, widthOf)).toEqual(lines);
});

test('no character but spaces is lost, and no line is too wide', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 12, max: 40 }), (text, width) => {
      const lines = breakLines(text, width, widthOf);
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});
