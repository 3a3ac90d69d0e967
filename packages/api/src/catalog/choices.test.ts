import { expect, test } from 'vitest';
import { choicesOf, pluralOf } from './choices.ts';

const variants = (name: string, ...values: string[]) => values.map((value) => ({ [name]: value }));

test('a card says how many there are to choose from, or which two', () => {
  expect(choicesOf(variants('Colour', 'Sand', 'Moss', 'Ink', 'Sand'))).toBe('3 colours');
  expect(choicesOf(variants('Size', '0.8 l', '1.2 l'))).toBe('0.8 l · 1.2 l');
  expect(choicesOf(variants('Pieces', '150', '300', '600'))).toBe('3 options');
  expect(choicesOf(variants('Size', 'M'))).toBe('M');
  expect(choicesOf([{}])).toBeNull();
});

test.each([
  ['Colour', 'colours'],
  ['Cable length', 'cable lengths'],
  ['Finish', 'finishes'],
  ['Box', 'boxes'],
  ['Glass', 'glasses'],
  ['Capacity', 'capacities'],
  ['Key', 'keys'],
])('%s makes %s', (name, plural) => expect(pluralOf(name)).toBe(plural));

test.each(['Pieces', 'Sizes', 'Series', 'Lens', 'Shelf', 'Knife', 'Photo', 'RAM', 'Größe', '尺寸', 'Size (EU)', ''])(
  'nobody can tell from its letters what many of "%s" are',
  (name) => expect(pluralOf(name)).toBeNull(),
);
