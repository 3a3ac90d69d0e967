import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Matched } from './matched.tsx';

test.each([
  ['Headphones', 'head', '<b>Head</b>phones'],
  ['Order L-3AXR', 'l-3a', 'Order <b>L-3A</b>XR'],
  ['T-shirt', 't-shirt', '<b>T-shirt</b>'],
  ['Tea (50/50) [a|b] {2} 1.5 + 2? *^$ \\', 'tea (50/50) [a|b] {2} 1.5 + 2? *^$ \\', null],
  ['Table lamp', 'table a e', '<b>Table</b> lamp'],
])('of %s, what was typed as %s is bold', (label, typed, html) => {
  const shown = renderToStaticMarkup(<Matched label={label} typed={typed} />);
  if (html) expect(shown).toBe(html);
  expect(shown.replaceAll(/<\/?b>/g, '')).toBe(label);
});
