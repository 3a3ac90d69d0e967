import { expect, test } from 'vitest';
import { csvLine } from './export.ts';

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+49 30', "'+49 30"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['  =1+1', "'  =1+1"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1+1', `"'\r=1+1"`],
])('%j is escaped so that a spreadsheet does not read it as a formula', (text, cell) =>
  expect(csvLine([text])).toBe(`${cell}\r\n`),
);

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['a-b=c', 'a-b=c'],
  [-5, '-5'],
  [null, ''],
])('%j is written as RFC 4180 requires', (value, cell) => expect(csvLine([value, 'x'])).toBe(`${cell},x\r\n`));
