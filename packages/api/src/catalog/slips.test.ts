import { expect, test } from 'vitest';
import { slips, swaps } from './slips.ts';

test('neighbours change places', () => {
  expect(swaps('lamp')).toEqual(['almp', 'lmap', 'lapm']);
  expect(swaps('oo')).toEqual([]);
  expect(swaps('a')).toEqual([]);
  expect(swaps('')).toEqual([]);
});

test('a slip is one letter more, less, other, or two swapped', () => {
  const all = slips('mug');
  for (const word of ['mugs', 'smug', 'muug', 'ug', 'mg', 'mu', 'rug', 'mag', 'mud', 'umg', 'mgu']) {
    expect(all).toContain(word);
  }
  for (const word of ['mug', 'gum', 'm', 'mugss']) expect(all).not.toContain(word);
  expect(new Set(all).size).toBe(all.length);
});
