import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill, fillLine, fillParagraphs, unknownPlaceholder } from './placeholders.ts';

const names = ['orderNumber', 'name', 'amount'];
const values = fc.record({ orderNumber: hostile(), name: hostile(), amount: hostile() });
/** Words without a brace, and placeholders. */
const pieces = fc.array(
  fc.oneof(
    fc.string().map((text) => text.replace(/[{}]/g, '')),
    fc.constantFrom(...names).map((name) => ({ name })),
  ),
);

/** What a customer may be called. */
function hostile() {
  return fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '{name}',
      '{orderNumber}',
      '$&',
      '$1',
      "$'",
      '<b>',
      'a\r\nBcc: all@example.com',
      '\n\n',
      '__proto__',
    ),
  );
}

const said = (list: (string | { name: string })[]) =>
  list.map((piece) => (typeof piece === 'string' ? piece : `{${piece.name}}`)).join('');

test('each placeholder is replaced with its value as it is, and nothing else changes', () => {
  fc.assert(
    fc.property(pieces, values, (list, record) => {
      const expected = list.map((piece) => (typeof piece === 'string' ? piece : Reflect.get(record, piece.name)));
      expect(fill(said(list), record)).toBe(expected.join(''));
      expect(unknownPlaceholder(said(list), names)).toBeUndefined();
    }),
  );
});

test('a subject stays one line, whatever it is filled with', () => {
  fc.assert(
    fc.property(pieces, values, (list, record) => {
      expect(fillLine(said(list), record)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }),
  );
});

test('no value makes another paragraph', () => {
  fc.assert(
    fc.property(values, (record) => {
      expect(fillParagraphs('Hello {name}\n\nYour order {orderNumber}', record)).toHaveLength(2);
    }),
  );
});

test('paragraphs are told apart by an empty line; one line after another stays together', () => {
  expect(fillParagraphs('One\ntwo\n \n\nThree', {})).toEqual(['One\ntwo', 'Three']);
});

test.each([
  ['{orderNumber} {Ordernumber}', 'Ordernumber'],
  ['{}', ''],
  ['{ name }', ' name '],
  ['{constructor}', 'constructor'],
  ['{name} } { {{name}}', undefined],
])('%j has the unknown placeholder %j', (words, unknown) => {
  expect(unknownPlaceholder(words, names)).toBe(unknown);
});
