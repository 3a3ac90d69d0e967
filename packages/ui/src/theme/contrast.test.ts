import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/*
 * What is written can be read, and what can be filled in can be seen (WCAG 2.2, 1.4.3 and 1.4.11), by day and by night.
 */

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
const sheet = read('colours.css');

/** A token's colour in a theme, as `#rgb` or `#rrggbb`. */
function colourOf(token: string, theme: 'light' | 'dark'): string {
  const [, both, light, dark] =
    sheet.match(new RegExp(`--${token}: (?:(#\\w+)|light-dark\\((#\\w+), (#\\w+)\\));`)) ?? [];
  const colour = both ?? (theme === 'light' ? light : dark);
  if (!colour) throw new Error(`--${token} is no plain colour`);
  return colour;
}

/** How light a colour is, from 0 for black to 1 for white. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replaceAll(/\w/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'card', 'wash'];
const texts: [string, string[]][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'bad', 'info'].map((ink): [string, string[]] => [ink, grounds]),
  ['accent', ['accent-wash']],
  ['accent-deep', ['paper', 'card', 'accent-wash']],
  ['warn', ['warn-wash']],
  ['bad', ['bad-wash']],
  ['info', ['info-wash']],
  ['ink', ['wash-deep', 'accent-wash', 'sand-wash', 'bad-wash']],
  ['ink-2', ['sand-wash', 'accent-wash']],
  ['accent-ink', ['accent', 'accent-deep', 'warn', 'bad', 'bad-deep']],
  ...['ink', 'ink-2', 'accent', 'good', 'bad', 'info'].map((ink): [string, string[]] => [`over-${ink}`, ['over']]),
  ...['ink', 'ink-2', 'ink-chosen'].map((ink): [string, string[]] => [`side-${ink}`, ['side', 'side-line']]),
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(texts)('%s is read on %s', (ink, on) => {
    const faint = on.filter((ground) => contrast(colourOf(ink, theme), colourOf(ground, theme)) < 4.5);
    expect(faint).toEqual([]);
  });

  test.each([
    ['control-line', grounds],
    ['accent', grounds],
    ['bad', grounds],
    ['side-focus', ['side', 'side-line']],
  ])('%s is seen on %s', (edge, on) => {
    const faint = on.filter((ground) => contrast(colourOf(edge, theme), colourOf(ground, theme)) < 3);
    expect(faint).toEqual([]);
  });

  test('the names of categories are read on their accents', () => {
    const accents = [...read('accents.css').matchAll(/light-dark\((#\w+), (#\w+)\)/g)].map(
      ([, light = '', dark = '']) => (theme === 'light' ? light : dark),
    );
    expect(accents).toHaveLength(8);
    expect(accents.filter((accent) => contrast(colourOf('ink-2', theme), accent) < 4.5)).toEqual([]);
  });

  test("the browser's own bars have the colour of the paper", () => {
    const page = readFileSync(new URL('../../../../apps/web/index.html', import.meta.url), 'utf8');
    expect(page).toContain(`content="${colourOf('paper', theme)}" media="(prefers-color-scheme: ${theme})"`);
  });
});
