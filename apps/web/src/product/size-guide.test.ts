import { expect, test } from 'vitest';
import { sizeGuideOf } from './size-guide.ts';

const sizesOf = (values: string[]) => sizeGuideOf(values)?.rows.map(([size]) => size) ?? null;

test.each([
  ['shoes', ['38', '39', '41'], ['38', '39', '40', '41']],
  ['socks', ['35–38', '39–42'], ['35', '36', '37', '38', '39', '40', '41', '42']],
  ['clothes', ['S/M', 'L'], ['S', 'M', 'L']],
  ['paper', ['A3', 'A4'], null],
  ['violins', ['1/2', '4/4'], null],
  ['a mixture', ['38', 'M'], null],
  ['nothing', [], null],
])('the size guide of %s', (_, values, sizes) => {
  expect(sizesOf(values)).toEqual(sizes);
});
