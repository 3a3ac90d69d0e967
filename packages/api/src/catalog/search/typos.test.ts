import { expect, test } from 'vitest';
import { isTwoOff, neighbours } from './typos.ts';

const texts = (word: string) => [...neighbours(word)].map(({ text }) => text);

test('a typo is one letter more, less, other, or two swapped', () => {
  const all = texts('mug');
  for (const word of ['mugs', 'smug', 'muug', 'ug', 'mg', 'mu', 'rug', 'mag', 'mud', 'umg', 'mgu']) {
    expect(all).toContain(word);
  }
  for (const word of ['mug', 'gum', 'm', 'mugss']) expect(all).not.toContain(word);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(texts('aabbaab')).size).toBe(texts('aabbaab').length);
});

test('neighbours are of the same script, and none where a typo cannot be told', () => {
  expect(texts('чаиник')).toContain(
    'чайник'
      .normalize('NFKD')
      .replace(/\u0306/g, '')
      .slice(1),
  );
  for (const word of ['350ml', '13', 'a', '', 'x'.repeat(25), '水壶', 'чa']) expect(texts(word)).toEqual([]);
});

test('there is a bound on how many there are', () => {
  expect(texts('abcdefghijklmnopqrstuvwx').length).toBeLessThan(1300);
});

test.each([
  ['hedphnes', 'headphones', true],
  ['ehadphoens', 'headphones', true],
  ['hdphnes', 'headphones', false],
  ['kettle', 'jigsaw', false],
  ['', 'ab', true],
])('%s and %s: at most two typos apart is %s', (a, b, expected) => {
  expect(isTwoOff(a, b)).toBe(expected);
});
