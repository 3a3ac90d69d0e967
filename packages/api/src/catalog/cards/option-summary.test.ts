import { expect, test } from 'vitest';
import { pluralOf, summarizeOptions } from './option-summary.ts';

const variants = (name: string, ...values: string[]) => values.map((value) => ({ [name]: value }));

test('a card shows the number of choices, or both of two short ones', () => {
  expect(summarizeOptions(variants('Colour', 'Sand', 'Moss', 'Ink', 'Sand'))).toBe('3 colours');
  expect(summarizeOptions(variants('Size', '0.8 l', '1.2 l'))).toBe('0.8 l · 1.2 l');
  expect(summarizeOptions(variants('Packs', '150', '300', '600'))).toBe('3 options');
  expect(summarizeOptions(variants('Drawers', '2', '3'))).toBe('Drawers: 2 · 3');
  expect(summarizeOptions(variants('Drawers', '2'))).toBe('Drawers: 2');
  expect(summarizeOptions(variants('Number of pieces', '200', '300'))).toBe('2 options');
  expect(summarizeOptions(variants('Size', 'M'))).toBe('M');
  expect(summarizeOptions([{}])).toBeNull();
});

test.each([
  ['Colour', 'colours'],
  ['Cable length', 'cable lengths'],
  ['Finish', 'finishes'],
  ['Box', 'boxes'],
  ['Glass', 'glasses'],
  ['Capacity', 'capacities'],
  ['Key', 'keys'],
])('the plural of %s is %s', (name, plural) => expect(pluralOf(name)).toBe(plural));

test.each(['Packs', 'Sizes', 'Series', 'Lens', 'Scarf', 'Knife', 'Photo', 'RAM', 'Größe', '尺寸', 'Size (EU)', ''])(
  'the plural of "%s" is unknown',
  (name) => expect(pluralOf(name)).toBeNull(),
);
