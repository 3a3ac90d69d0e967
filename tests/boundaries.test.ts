import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { adminDomains, asText, domains } from '../scripts/boundaries.mjs';

/*
 * The boundaries between packages, and between the domains of packages/api, which scripts/boundaries.mjs defines. This
 * test makes Biome lint forbidden and allowed imports.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = join(root, 'node_modules/.bin/biome');

type Case = [file: string, specifier: string];

/** For every pair of domains, an import from the lower into the higher one, which is forbidden. */
function upwards(folder: string, names: string[]): Case[] {
  return names.flatMap((from, index) =>
    names.slice(index + 1).map((to): Case => [`packages/api/src/${folder}${from}/x.ts`, `../${to}/service.ts`]),
  );
}

const refused: Case[] = [
  ...upwards('', domains),
  ...upwards('admin/', adminDomains),
  ['packages/api/src/catalog/search/x.ts', '../../checkout/service.ts'],
  ['packages/api/src/admin/orders/schema.ts', '../undo/undo.ts'],
  ['packages/api/src/cart/schema.ts', '../checkout/schema.ts'],
  ['packages/api/src/cart/router.ts', '../checkout/service.ts'],
  ['packages/api/src/cart/service.ts', '../services.ts'],
  ['packages/api/src/cart/service.ts', '../trpc.ts'],
  ['packages/api/src/admin/orders/service.ts', '../../trpc.ts'],
  ['packages/ui/src/x.tsx', '@lantern/api'],
  ['packages/ui/src/x.tsx', '@lantern/api/types'],
  ['packages/ui/src/x.tsx', '@lantern/db/database'],
  ['packages/ui/src/x.tsx', '@lantern/server/app'],
  ['packages/ui/src/x.tsx', '@lantern/web/main'],
  ['packages/ui/src/x.tsx', 'react-router'],
  ['packages/ui/src/x.tsx', '@trpc/client'],
  ['packages/ui/src/x.tsx', '@tanstack/react-query'],
  ['packages/text/src/x.ts', '@lantern/db/database'],
  ['packages/text/src/x.ts', '@lantern/ui/button'],
  ['packages/text/src/x.ts', 'node:url'],
  ['packages/text/src/x.ts', 'sequelize'],
  ['packages/db/src/x.ts', '@lantern/api/cart/schema'],
  ['packages/db/src/x.ts', '@lantern/ui/button'],
  ['packages/db/src/x.ts', '@lantern/server/app'],
  ['packages/db/src/x.ts', '@lantern/web/main'],
  ['packages/db/src/x.ts', '@trpc/server'],
  ['packages/db/src/x.ts', 'react'],
  ['packages/api/src/cart/x.ts', '@lantern/ui/button'],
  ['packages/api/src/cart/x.ts', '@lantern/server/app'],
  ['packages/api/src/cart/x.ts', '@lantern/web/main'],
  ['packages/api/src/cart/x.ts', 'react'],
  ['packages/api/src/cart/x.ts', 'fastify'],
  ['packages/api/src/cart/x.ts', 'sequelize'],
  ['packages/api/src/cart/x.ts', 'sequelize-typescript'],
  ['packages/api/src/cart/schema.ts', '@lantern/db/database'],
  ['packages/api/src/cart/schema.ts', 'sequelize'],
  ['packages/api/src/pricing/x.ts', '@lantern/db/models/cart'],
  ['packages/api/src/order-status/order-status.ts', '@lantern/db/models/order'],
  ['apps/web/src/x.tsx', '@lantern/db/database'],
  ['apps/web/src/x.tsx', '@lantern/server/app'],
  ['apps/web/src/x.tsx', 'sequelize'],
  ['apps/web/src/x.tsx', '@lantern/api'],
  ['apps/web/src/x.tsx', '@lantern/api/router'],
  ['apps/web/src/x.tsx', '@lantern/api/cart/view'],
  ['apps/web/src/x.tsx', '@lantern/api/orders/service'],
];

const allowed: Case[] = [
  ['packages/api/src/checkout/x.ts', '../cart/service.ts'],
  ['packages/api/src/admin/undo/x.ts', '../../settlement/settle.ts'],
  ['packages/api/src/admin/undo/x.ts', '../products/service.ts'],
  ['packages/api/src/cart/router.ts', '../trpc.ts'],
  ['packages/api/src/cart/x.db.test.ts', '../checkout/service.ts'],
  ['packages/ui/src/x.tsx', 'react'],
  ['packages/ui/src/x.tsx', '@lantern/text/amount'],
  ['packages/db/src/x.ts', '@lantern/text/fold'],
  ['packages/api/src/cart/schema.ts', '@lantern/text/normalize'],
  ['apps/web/src/x.tsx', '@lantern/text/amount'],
  ['packages/db/src/x.ts', 'sequelize'],
  ['packages/api/src/cart/x.ts', '@lantern/db/database'],
  ['packages/api/src/cart/schema.ts', 'zod'],
  ['apps/server/src/x.ts', '@lantern/api/router'],
  ['apps/web/src/x.tsx', '@lantern/ui/button'],
  ['apps/web/src/x.tsx', '@lantern/api/types'],
  ['apps/web/src/x.tsx', '@lantern/api/cart/schema'],
  ['apps/web/src/x.tsx', '@lantern/api/admin/products/schema'],
  ['apps/web/src/x.tsx', '@lantern/api/pricing/pricing'],
  ['apps/web/src/x.tsx', '@lantern/api/order-status/order-status'],
  ['apps/web/e2e/x.ts', '@lantern/db/database'],
];

/** Files that import each other, and a chain of imports without a cycle. */
const imports: Record<string, string> = {
  'packages/db/src/circle/one.ts': "import { two } from './two.ts';\n\nexport const one = () => two;\n",
  'packages/db/src/circle/two.ts': "import { one } from './one.ts';\n\nexport const two = () => one;\n",
  'packages/db/src/chain/one.ts': "import { two } from './two.ts';\n\nexport const one = () => two;\n",
  'packages/db/src/chain/two.ts': 'export const two = 2;\n',
};

/** Biome's diagnostics for all cases, as `path:line rule`; one run, since most of the time is Biome's start. */
let broken: string[] = [];
beforeAll(async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lantern-boundaries-')));
  for (const file of ['biome.json', 'biome.boundaries.json']) copyFileSync(join(root, file), join(folder, file));
  const sources = { ...imports };
  for (const [file, specifier] of [...refused, ...allowed])
    sources[file] = `${sources[file] ?? ''}import '${specifier}';\n`;
  for (const [file, source] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  const args = ['lint', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = await promisify(execFile)(biome, args, { cwd: folder }).catch((error) => error);
  // Biome reports either relative or absolute paths.
  broken = [...stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+),line=(\d+)/g)].map(
    ([, rule, path, line]) => `${relative(folder, resolve(folder, path))}:${line} ${rule}`,
  );
  rmSync(folder, { recursive: true, force: true });
});

/** The cases whose import Biome refuses; the line of an import is its index among the imports of its file. */
function refusedOf(cases: typeof refused): typeof refused {
  return cases.filter(([file, specifier]) => {
    const own = [...refused, ...allowed].filter(([other]) => other === file);
    const line = own.findIndex(([, other]) => other === specifier) + 1;
    return broken.includes(`${file}:${line} noRestrictedImports`);
  });
}

test('every forbidden import is refused', () => {
  expect(refusedOf(refused)).toEqual(refused);
});

test('every allowed import is accepted', () => {
  expect(refusedOf(allowed)).toEqual([]);
});

test('import cycles between files are refused, and chains of imports are allowed', () => {
  expect(broken.filter((line) => line.startsWith('packages/db/src/circle/one.ts'))).toEqual([
    'packages/db/src/circle/one.ts:1 noImportCycles',
  ]);
  expect(broken.filter((line) => line.startsWith('packages/db/src/chain/'))).toEqual([]);
});

test('biome.boundaries.json is up to date with scripts/boundaries.mjs', () => {
  expect(readFileSync(join(root, 'biome.boundaries.json'), 'utf8')).toBe(asText());
});

/** The folders that each folder of a package imports from, according to relative imports, including types. */
function folderImports(src: string): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  const folderOf = (file: string) => dirname(relative(src, file)).split('/').slice(0, 2).join('/');
  for (const entry of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(entry) || /\.test\.|testing\/|\.cases\./.test(entry)) continue;
    const file = join(src, entry);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.\.?\/[^']+)'/g)) {
      const [from, to] = [folderOf(file), folderOf(resolve(dirname(file), specifier))];
      // The files of a folder may connect its subfolders.
      if (from === '.' || to === '.' || `${from}/`.startsWith(`${to}/`) || `${to}/`.startsWith(`${from}/`)) continue;
      folders.set(from, (folders.get(from) ?? new Set()).add(to));
    }
  }
  return folders;
}

/** The folders in or behind a cycle: those that remain after removing all whose imports have been removed. */
function circular(folders: Map<string, Set<string>>): string[] {
  const left = new Map([...folders].map(([name, needs]) => [name, new Set(needs)]));
  for (;;) {
    const free = [...left].filter(([, needs]) => [...needs].every((need) => !left.has(need)));
    if (free.length === 0) return [...left.keys()].sort();
    for (const [name] of free) left.delete(name);
  }
}

test.each([
  'packages/api/src',
  'packages/db/src',
  'packages/text/src',
  'packages/ui/src',
  'apps/server/src',
  'apps/web/src',
])('the folders of %s have no import cycle', (src) => expect(circular(folderImports(join(root, src)))).toEqual([]));

test('an import cycle between folders is detected', () => {
  const chain = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c'])],
  ]);
  expect(circular(chain)).toEqual([]);
  expect(circular(chain.set('c', new Set(['a'])))).toEqual(['a', 'b', 'c']);
});
