import { expect, test } from 'vitest';
import { inVisualOrder, isRightToLeft, readsFromRight } from './visual-order.ts';

/** What one sees: right-to-left letters in a row are turned around by their font. */
function seen(text: string): string {
  const pieces = inVisualOrder(
    [...text].map((character) => ({ text: character, font: '' })),
    readsFromRight(text),
  );
  return pieces
    .map((piece) => piece.text)
    .join('')
    .replaceAll(/[\u0590-\u06ff]+/g, (letters) => [...letters].reverse().join(''));
}

test.each([
  ['plain text (of one direction)', 'plain text (of one direction)'],
  ['אבג דהו', 'והד גבא'],
  ['Lamp אבג דהו, 2', 'Lamp והד גבא, 2'],
  ['אבג (דהו)', '(והד) גבא'],
  ['רחוב 25 דהו', 'והד 25 בוחר'],
  ['אבג Lamp 12 דהו', 'והד Lamp 12 גבא'],
  ['', ''],
])('%s is seen as %s', (text, expected) => {
  expect(seen(text)).toBe(expected);
});

test('digits and punctuation have no direction of their own', () => {
  expect([isRightToLeft('٣'), readsFromRight('12 אב'), readsFromRight('12')]).toEqual([false, true, false]);
});
