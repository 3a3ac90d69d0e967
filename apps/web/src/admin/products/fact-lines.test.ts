import { expect, test } from 'vitest';
import { factsOf } from './fact-lines.ts';

test.each([
  ['Material: 100 % wool\r\n\r\nWeight:320 g\n', ['Material', '100 % wool', 'Weight', '320 g']],
  ['Material\t100 % wool\nRatio\t4:3', ['Material', '100 % wool', 'Ratio', '4:3']],
  ['  Care : hand wash: cold  ', ['Care', 'hand wash: cold']],
])('the list %j is pasted as facts', (pasted, expected) => {
  expect(factsOf(pasted)?.flatMap(({ name, value }) => [name, value])).toEqual(expected);
});

test.each(['100 % wool', 'Material:', ': wool', 'Material: wool\nand a sentence', ''])(
  'the text %j is no list of facts',
  (pasted) => {
    expect(factsOf(pasted)).toBeNull();
  },
);
