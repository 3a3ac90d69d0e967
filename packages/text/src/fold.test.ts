import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold.ts';

test.each([
  ['Écharpe', 'echarpe'],
  ['E\u0301charpe', 'echarpe'],
  ['ØYSTEIN', 'oystein'],
  ['Иван', 'иван'],
  ['Straße', 'STRASSE'],
  ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ['İSTANBUL', 'ıstanbul'],
  ['Łódź', 'lodz'],
  ['ﬁne', 'FINE'],
  ['Two\u00a0words', 'two  words'],
  ['soft\u00adhyphen', 'softhyphen'],
])('%s and %s fold to the same text', (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

test('punctuation is kept, so that it can be searched for', () => {
  expect(foldText('100 % ^_`\\\'"')).toBe('100 % ^_`\\\'"');
});

test('folding is idempotent and independent of Unicode composition', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(foldText(text.normalize('NFC'))).toBe(folded);
      expect(foldText(text.normalize('NFD'))).toBe(folded);
    }),
    { numRuns: 500 },
  );
});
