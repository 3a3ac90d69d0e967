import { expect, test } from 'vitest';
import { fillFrom, linesOf } from './number-lines.ts';

test('a list has a number per line, as text editors and spreadsheets copy it', () => {
  expect(linesOf('1\n2\n3')).toEqual(['1', '2', '3']);
  expect(linesOf(' 1 \r\n\r\n3\r\n')).toEqual(['1', '', '3']);
  expect(linesOf('1Z 999')).toEqual(['1Z 999']);
});

test('numbers fill the orders from the chosen one on, and those too many are left out', () => {
  const orders = ['A', 'B', 'C'];
  expect(fillFrom({}, orders, 'A', ['1', '2', '3'])).toEqual({ A: '1', B: '2', C: '3' });
  expect(fillFrom({ A: '0', C: '9' }, orders, 'B', ['1'])).toEqual({ A: '0', B: '1', C: '9' });
  expect(fillFrom({ C: '9' }, orders, 'B', ['1', '', '3'])).toEqual({ B: '1', C: '' });
});
