import fc from 'fast-check';
import { expect, test } from 'vitest';
import { descriptionOf } from './description.ts';

const about = 'From Lantern, a small store for kitchen, desk and trail, with 30-day returns.';

test.each([
  ['what is long enough stays', ['A mug of stoneware, glazed by hand, for coffee and tea.'], null],
  ['lines become one', ['A mug of stoneware,\n\n glazed\tby hand, for coffee and tea.'], null],
  ['what is short says what the store is', ['A mug.'], `A mug. ${about}`],
  ['sentences end', ['A mug', '', 'Stoneware'], `A mug. Stoneware. ${about}`],
  ['nothing', [''], about],
])('%s', (_, sentences, expected) => {
  expect(descriptionOf(...sentences)).toBe(expected ?? 'A mug of stoneware, glazed by hand, for coffee and tea.');
});

test('what is too long is cut at a word, and says so', () => {
  const text = 'word, '.repeat(60);
  expect(descriptionOf(text)).toBe(`${'word, '.repeat(26).slice(0, -2)}…`);
  expect(descriptionOf('陶'.repeat(500))).toBe(`${'陶'.repeat(159)}…`);
  expect(descriptionOf(`x${'👩'.repeat(200)}`)).toBe(`x${'👩'.repeat(79)}…`);
});

test('whatever a shop writes, it is one line of 50 to 160 characters, and ends with a whole word', () => {
  const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\u2028', '\u0000', '. ')));
  fc.assert(
    fc.property(words, words, (first, second) => {
      const [text, more] = [first.join(' '), second.join(' ')];
      const line = descriptionOf(text, more);
      expect(line.length).toBeGreaterThanOrEqual(50);
      expect(line.length).toBeLessThanOrEqual(160);
      expect(line).not.toMatch(/\s\s|\p{Cc}|[\ud800-\udbff](?![\udc00-\udfff])/u);
      expect(line).toBe(line.trim());
    }),
    { numRuns: 500 },
  );
});
