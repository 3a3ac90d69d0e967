import { expect, it } from 'vitest';
import { parseCount, parsePercent } from './amount.ts';

it.each([
  ['12', 12],
  ['1,000', 1000],
  ['1.000', 1000],
  ['1 000 000', 1_000_000],
  ['1.5', null],
  ['12.0', null],
  ['€5', null],
  ['-1', null],
  ['', null],
])('parseCount(%j) is %j', (text, count) => {
  expect(parseCount(text)).toBe(count);
});

it.each([
  ['10', 10],
  ['-10', -10],
  ['+2.5 %', 2.5],
  ['−12,25%', -12.25],
  ['0', 0],
  ['-0', 0],
  ['1.234', 1234],
  ['', null],
  ['-', null],
  ['ten', null],
  ['1e3', null],
  ['--1', null],
  ['1.2345', null],
])('parsePercent(%j) is %j', (text, percent) => {
  expect(parsePercent(text)).toBe(percent);
});
