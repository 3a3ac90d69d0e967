import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * Colours, type sizes, spacing and breakpoints are named once, in packages/ui/src/theme: no component's stylesheet has a
 * value of its own, so another brand is one file.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const filesIn = (folder: string, ending: string) =>
  readdirSync(`${root}${folder}`, { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith(ending))
    .map((path) => ({
      path: `${folder}/${path}`,
      text: readFileSync(`${root}${folder}/${path}`, 'utf8').replace(/\/\*.*?\*\//gs, ''),
    }));

const sheets = ['packages/ui/src', 'apps/web/src']
  .flatMap((folder) => filesIn(folder, '.css'))
  .filter(({ path }) => !path.startsWith('packages/ui/src/theme/'));

const COLOUR = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|[:,(]\s*(?:white|black)\b/i;
const LENGTH = /(?<![\w.-])-?(?!0(?:px|rem)\b)[\d.]+(?:px|rem|pt)\b/;
const SPACING =
  /^\s*(?:margin|padding|inset|scroll-margin)(?:-[a-z-]+)?\s*:|^\s*(?:row-|column-)?gap\s*:|^\s*(?:top|right|bottom|left)\s*:/;
const TYPE = /^\s*font(?:-size)?\s*:/;
const WIDTH = /@media[^{]*\b(?:width|height)\b/;

/** What is wrong with a line of a stylesheet; undefined where nothing is. */
function faultOf(line: string): string | undefined {
  if (WIDTH.test(line)) return 'breakpoint without a name';
  if (COLOUR.test(line)) return 'colour';
  if (TYPE.test(line) && LENGTH.test(line)) return 'type size';
  if (SPACING.test(line) && LENGTH.test(line)) return 'spacing';
}

test('no stylesheet outside the theme has a raw colour, type size, spacing or breakpoint', () => {
  expect(sheets.length).toBeGreaterThan(80);
  const faults = sheets.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const fault = faultOf(line);
      return fault ? [`${path}:${at + 1} ${fault}: ${line.trim()}`] : [];
    }),
  );
  expect(faults).toEqual([]);
});

test.each([
  ['  color: #fff;', 'colour'],
  ['  background: rgb(0 0 0 / 0.1);', 'colour'],
  ['  background: color-mix(in srgb, var(--accent), white 46%);', 'colour'],
  ['  font-size: 13px;', 'type size'],
  ['  font-size: 0.8125rem;', 'type size'],
  ['  padding: 0 10px;', 'spacing'],
  ['  margin: calc(-1 * 4px) 0;', 'spacing'],
  ['  inset-inline: 1rem;', 'spacing'],
  ['@media (max-width: 760px) {', 'breakpoint without a name'],
  ['@media (width >= 40rem) {', 'breakpoint without a name'],
])('%s is refused', (line, fault) => {
  expect(faultOf(line)).toBe(fault);
});

test.each([
  '  color: var(--ink);',
  '  white-space: nowrap;',
  '  padding: 0 env(safe-area-inset-bottom, 0px) var(--s2);',
  '  font-size: 0.88em;',
  '  width: 20px;',
  '@media (--phone) {',
])('%s is fine', (line) => {
  expect(faultOf(line)).toBeUndefined();
});

/** What libraries call things: semantic-ui-react, and the chart's. */
const LIBRARY = new Set(['ui', 'icon', 'divider', 'bar', 'recharts-responsive-container']);

test('every class name that is written out has a rule', () => {
  const rules = new Set(
    ['packages/ui/src', 'apps/web/src']
      .flatMap((folder) => filesIn(folder, '.css'))
      .flatMap(({ text }) => [...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name)),
  );
  const unknown = ['packages/ui/src', 'apps/web/src'].flatMap((folder) =>
    filesIn(folder, '.tsx').flatMap(({ path, text }) =>
      [...text.matchAll(/className="([^"]+)"/g)]
        .flatMap(([, names = '']) => names.split(' '))
        .filter((name) => !rules.has(name) && !LIBRARY.has(name))
        .map((name) => `${path}: ${name}`),
    ),
  );
  expect(unknown).toEqual([]);
});

test('every rule is for a class that some component has', () => {
  const source = ['packages/ui/src', 'apps/web/src']
    .flatMap((folder) => filesIn(folder, '.tsx'))
    .map(({ text }) => text)
    .join('\n');
  const isUsed = (name: string) =>
    LIBRARY.has(name) || source.includes(name) || source.includes(name.replace(/(--|accent-)[\w-]+$/, '$1${'));
  const dead = sheets.flatMap(({ path, text }) =>
    [...text.matchAll(/\.([a-z][\w-]*)/g)].flatMap(([, name = '']) => (isUsed(name) ? [] : [`${path}: ${name}`])),
  );
  expect(dead).toEqual([]);
});
