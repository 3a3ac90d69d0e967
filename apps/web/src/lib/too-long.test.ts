import { expect, it } from 'vitest';
import { tooLong } from './too-long.ts';

it('counts characters as the server does: emoji once, line breaks once, trimmed', () => {
  expect(tooLong(` ${'🏮'.repeat(499)}\r\n`, 500)).toBeUndefined();
  expect(tooLong(`${'a\r\n'.repeat(250)}b`, 501)).toBeUndefined();
});

it('says by how many characters a text is too long', () => {
  expect(tooLong('x'.repeat(502), 500)).toBe('Use at most 500 characters: this is 2 too many.');
  expect(tooLong('x'.repeat(6000), 5000)).toBe('Use at most 5,000 characters: this is 1,000 too many.');
});
