import { expect, it } from 'vitest';
import { refusalOf } from './upload.ts';

it('accepts an image of up to 8 MB', () => {
  expect(refusalOf({ type: 'image/png', size: 8 * 1024 * 1024 })).toBeNull();
});

it('says whether a file is too large or not an image', () => {
  expect(refusalOf({ type: 'image/png', size: 12 * 1024 * 1024 })).toMatch('12.0 MB');
  expect(refusalOf({ type: 'image/svg+xml', size: 100 })).toMatch("can't be used");
  expect(refusalOf({ type: '', size: 100 })).toMatch("can't be used");
});
