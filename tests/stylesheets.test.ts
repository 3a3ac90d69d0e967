import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * Colours, sizes and breakpoints are named once, in packages/ui/src/theme: no component has a value of its own, except in
 * units that follow its text or its box, so another brand is one folder.
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

const components = ['packages/ui/src', 'apps/web/src'].flatMap((folder) => filesIn(folder, '.tsx'));

const COLOUR = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|[:,(]\s*(?:white|black)\b/i;
const LENGTH = /(?<![\w.-])-?(?!0[a-z])[\d.]+(?:px|rem|pt|pc|cm|mm|in)\b/i;
const WIDTH = /@media[^{]*\b(?:width|height)\b/;

/** What is wrong with a line of a stylesheet; undefined where nothing is. */
function faultOf(line: string): string | undefined {
  if (WIDTH.test(line)) return 'breakpoint without a name';
  if (COLOUR.test(line)) return 'colour';
  if (LENGTH.test(line)) return 'size';
}

test('no stylesheet outside the theme has a raw colour, size or breakpoint', () => {
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
  ['  font-size: 13px;', 'size'],
  ['  font-size: 0.8125rem;', 'size'],
  ['  padding: 0 10px;', 'size'],
  ['  margin: calc(-1 * 4px) 0;', 'size'],
  ['  inset-inline: 1rem;', 'size'],
  ['  width: 20px;', 'size'],
  ['  border: 1.5px solid var(--line);', 'size'],
  ['  outline-offset: -3px;', 'size'],
  ['  --checkbox-size: 22px;', 'size'],
  ['  grid-template-columns: minmax(0, 1fr) 292px;', 'size'],
  ['  transform: translateY(.5rem);', 'size'],
  ['@container (max-width: 600px) {', 'size'],
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
  '  max-width: 60ch;',
  '  grid-template-columns: minmax(0, 1fr) var(--column);',
  '@container (max-width: 40em) {',
  '@media (--phone) {',
])('%s is fine', (line) => {
  expect(faultOf(line)).toBeUndefined();
});

/** What is wrong with what a component writes into its `style`: a number there is one of pixels. */
function styleFaultOf(style: string): string | undefined {
  if (/\b(?!aspectRatio|flex|lineHeight|opacity|order|zIndex)\w+: -?[\d.]*[1-9]/.test(style)) return 'size';
  return faultOf(style.replaceAll(/['"`]/g, ' '));
}

test('no component writes a raw colour or size into its style', () => {
  const styles = components.flatMap(({ path, text }) =>
    [...text.matchAll(/style=\{\{(.*?)\}\}/gs)].map(([, style = '']) => ({ path, style })),
  );
  expect(styles).not.toEqual([]);
  expect(styles.filter(({ style }) => styleFaultOf(style))).toEqual([]);
});

test.each([
  [' width: 20 ', 'size'],
  [" width: '20px' ", 'size'],
  [" color: '#fff' ", 'colour'],
  [' width, height ', undefined],
  [' opacity: 0.5, transform: CSS.Translate.toString(transform) ', undefined],
  [" width: '1%', color: 'var(--ink)' ", undefined],
])('style={{%s}}: %s', (style, fault) => {
  expect(styleFaultOf(style)).toBe(fault);
});

test('everything but lines, round corners and shadows is measured in letters', () => {
  const theme = filesIn('packages/ui/src/theme', '.css');
  const inPixels = theme.flatMap(({ path, text }) =>
    [...text.matchAll(/^\s*(--[\w-]+|@custom-media [^;]*): ?[^;]*\dpx/gm)].map(
      ([, name]) => `${path.split('/').pop()} ${name}`,
    ),
  );
  const hairlines = /^sizes\.css --(hair|edge|rule|ring|ring-gap|unseen)$/;
  // Larger than anything, so that a corner is round.
  const pill = /^space\.css --pill$/;
  const shadows = /^colours\.css --(object-)?shadow[a-z-]*$/;
  expect(inPixels.filter((name) => ![hairlines, pill, shadows].some((known) => known.test(name)))).toEqual([]);
  const icons = components.flatMap(({ path, text }) =>
    [...text.matchAll(/\bsize=\{\d+\}|<svg[^>]* (?:width|height)="\d+"/g)].map(([icon]) => `${path}: ${icon}`),
  );
  expect(icons).toEqual([]);
});

test('every token that the theme declares is used, and every one that is used is declared', () => {
  const all = ['packages/ui/src', 'apps/web/src'].flatMap((folder) => filesIn(folder, '.css')).concat(components);
  const named = (pattern: RegExp) =>
    new Set(all.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name = '']) => name)));
  const declared = named(/(?<![\w(-])(--[\w-]+)['"]?\s*[:,]/g);
  expect([...named(/var\((--[\w-]+)/g)].filter((name) => !declared.has(name))).toEqual([]);
  const used = named(/var\((--[\w-]+)/g);
  expect([...declared].filter((name) => !used.has(name))).toEqual([]);
});

/** What Semantic UI calls things (decision 044), and the chart's. */
const LIBRARY = new Set(
  `aligned bar breadcrumb cards center content divider error header icon items line list message meta negative placeholder
  segment ui recharts-responsive-container`.split(/\s+/),
);

test('every class name that is written out has a rule', () => {
  const rules = new Set(
    ['packages/ui/src', 'apps/web/src']
      .flatMap((folder) => filesIn(folder, '.css'))
      .flatMap(({ text }) => [...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name)),
  );
  const unknown = components.flatMap(({ path, text }) =>
    [...text.matchAll(/className="([^"]+)"/g)]
      .flatMap(([, names = '']) => names.split(' '))
      .filter((name) => !rules.has(name) && !LIBRARY.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('every rule is for a class that some component has', () => {
  // The offline page is written by the service worker, which is no component.
  const source = [...components, ...filesIn('apps/web/src/worker', '.ts')].map(({ text }) => text).join('\n');
  const isUsed = (name: string) =>
    LIBRARY.has(name) || source.includes(name) || source.includes(name.replace(/(--|accent-)[\w-]+$/, '$1${'));
  const dead = sheets.flatMap(({ path, text }) =>
    [...text.matchAll(/\.([a-z][\w-]*)/g)].flatMap(([, name = '']) => (isUsed(name) ? [] : [`${path}: ${name}`])),
  );
  expect(dead).toEqual([]);
});
