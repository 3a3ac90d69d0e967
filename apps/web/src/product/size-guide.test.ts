import { expect, test } from 'vitest';
import { sizeGuideOf } from './size-guide.ts';

const sizesOf = (option: string, values: string[]) => sizeGuideOf(option, values)?.rows.map(([size]) => size) ?? null;

test.each([
  ['shoes', 'Size', ['38', '39', '41'], ['38', '39', '40', '41']],
  ['socks', 'Size', ['35–38', '39–42'], ['35', '36', '37', '38', '39', '40', '41', '42']],
  ['clothes', 'Size', ['S/M', 'L'], ['S', 'M', 'L']],
  ['paper', 'Size', ['A3', 'A4'], null],
  ['violins', 'Size', ['1/2', '4/4'], null],
  ['a mixture', 'Size', ['38', 'M'], null],
  ['another option', 'Waist', ['38'], null],
  ['nothing', 'Size', [], null],
])('the size guide of %s', (_, option, values, sizes) => {
  expect(sizesOf(option, values)).toEqual(sizes);
});
