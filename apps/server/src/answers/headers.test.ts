import { expect, test } from 'vitest';
import { isKnown } from './headers.ts';

test.each([
  ['W/"a"', true],
  ['"a"', true],
  [' "b" ,W/"a"', true],
  ['*', true],
  ['"A"', false],
  ['a', false],
  ['"*"', false],
  ['', false],
  [undefined, false],
])('who has %s has the answer: %s', (condition, isSame) => {
  expect(isKnown('W/"a"', condition)).toBe(isSame);
});
