import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colours } from './colours.ts';

const theme = readFileSync(new URL('../../../ui/src/theme/colours.css', import.meta.url), 'utf8');

test.each(Object.entries(colours))('%s is %s in the theme, too', (name, value) => {
  expect(new RegExp(`--${name}: ([^;]+);`).exec(theme)?.[1]).toBe(value);
});
