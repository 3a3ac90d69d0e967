import { expect, test } from 'vitest';
import { isWithinTwoTypos, neighbours } from './typos.ts';

const texts = (word: string) => [...neighbours(word)].map(({ text }) => text);

test('a typo is one missing, extra or wrong letter, or two swapped', () => {
  const all = texts('mug');
  for (const word of ['mugs', 'smug', 'muug', 'ug', 'mg', 'mu', 'rug', 'mag', 'mud', 'umg', 'mgu']) {
    expect(all).toContain(word);
  }
  for (const word of ['mug', 'gum', 'm', 'mugss']) expect(all).not.toContain(word);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(texts('aabbaab')).size).toBe(texts('aabbaab').length);
});

test('neighbours are in the same script, and numbers and unsupported scripts have none', () => {
  expect(texts('чаиник')).toContain(
    'чайник'
      .normalize('NFKD')
      .replace(/\u0306/g, '')
      .slice(1),
  );
  for (const word of ['350ml', '13', 'a', '', 'x'.repeat(25), '水壶', 'чa']) expect(texts(word)).toEqual([]);
});

test('the number of neighbours is bounded', () => {
  expect(texts('abcdefghijklmnopqrstuvwx').length).toBeLessThan(1300);
});

test.each([
  ['hedphnes', 'headphones', true],
  ['ehadphoens', 'headphones', true],
  ['hdphnes', 'headphones', false],
  ['kettle', 'jigsaw', false],
  ['', 'ab', true],
])('whether %s and %s are within two typos is %s', (a, b, expected) => {
  expect(isWithinTwoTypos(a, b)).toBe(expected);
});
