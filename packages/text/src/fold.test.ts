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
])('%s and %s are the same to who searches', (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

test('signs are kept: they are letters like any other to who searches for them', () => {
  expect(foldText('100 % ^_`\\\'"')).toBe('100 % ^_`\\\'"');
});

test('folded once is folded for good, however the text was composed and in whatever case', () => {
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
