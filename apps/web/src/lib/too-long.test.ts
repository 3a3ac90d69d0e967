import { expect, it } from 'vitest';
import { tooLong } from './too-long.ts';

it('counts what would be kept: an emoji once, and neither line ends of two characters nor blanks around', () => {
  expect(tooLong(` ${'🏮'.repeat(499)}\r\n`, 500)).toBeUndefined();
  expect(tooLong(`${'a\r\n'.repeat(250)}b`, 501)).toBeUndefined();
});

it('says how much is too many', () => {
  expect(tooLong('x'.repeat(502), 500)).toBe('Use at most 500 characters: this is 2 too many.');
  expect(tooLong('x'.repeat(6000), 5000)).toBe('Use at most 5,000 characters: this is 1,000 too many.');
});
