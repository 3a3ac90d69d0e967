import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a run opens every page five times, a quick one only the home page once', () => {
  expect(readOptions([])).toMatchObject({ runs: 5, pages: ['home', 'category', 'product'] });
  expect(readOptions(['--quick'])).toMatchObject({ runs: 1, pages: ['home'] });
  expect(readOptions(['--quick', '--runs=2', '--pages=product,home'])).toMatchObject({
    runs: 2,
    pages: ['product', 'home'],
  });
});

test('help is no run, and what cannot be used is named', () => {
  expect(readOptions(['--help'])).toBeNull();
  expect(() => readOptions(['--runs=0'])).toThrow('--runs');
  expect(() => readOptions(['--runs=many'])).toThrow('--runs');
  expect(() => readOptions(['--pages=home,checkout'])).toThrow('home, category, product');
  expect(() => readOptions(['--pages=toString'])).toThrow('--pages');
});
