import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colours } from './colours.ts';

const theme = readFileSync(new URL('../../../ui/src/theme/colours.css', import.meta.url), 'utf8');

/** The light half of a token that the theme gives for light and dark: mails and documents are light. */
function light(name: string): string | undefined {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(theme)?.[1];
  return /^light-dark\(([^,()]+), [^,()]+\)$/.exec(value ?? '')?.[1] ?? value;
}

test.each(Object.entries(colours))('%s is %s in the theme, too', (name, value) => {
  expect(light(name)).toBe(value);
});
