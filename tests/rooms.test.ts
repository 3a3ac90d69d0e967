import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The rooms of the monorepo and their doors: who must not import what. The rules are in biome.json;
 * this test holds them against one import at a time.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = join(root, 'node_modules/.bin/biome');

const refused: [file: string, specifier: string][] = [
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
  ['packages/api/src/orders/state-machine.ts', '@lantern/db/models/order'],
  ['apps/web/src/x.tsx', '@lantern/db/database'],
  ['apps/web/src/x.tsx', '@lantern/server/app'],
  ['apps/web/src/x.tsx', 'sequelize'],
  ['apps/web/src/x.tsx', '@lantern/api'],
  ['apps/web/src/x.tsx', '@lantern/api/router'],
  ['apps/web/src/x.tsx', '@lantern/api/cart/view'],
  ['apps/web/src/x.tsx', '@lantern/api/orders/service'],
];

const allowed: [file: string, specifier: string][] = [
  ['packages/ui/src/x.tsx', 'react'],
  ['packages/ui/src/x.tsx', '@lantern/text/amount'],
  ['packages/db/src/x.ts', '@lantern/text/fold'],
  ['packages/api/src/cart/schema.ts', '@lantern/text/normal'],
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
  ['apps/web/src/x.tsx', '@lantern/api/orders/state-machine'],
  ['apps/web/e2e/x.ts', '@lantern/db/database'],
];

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lantern-rooms-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that `files` (path: source) break under our biome.json, as `path: rule`. */
async function broken(name: string, files: Record<string, string>): Promise<string[]> {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  copyFileSync(join(root, 'biome.json'), join(place, 'biome.json'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), source);
  }
  const args = ['lint', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = await promisify(execFile)(biome, args, { cwd: place }).catch((error) => error);
  // Biome names files from the folder it runs in or from the root of the disk, as it sees fit.
  return [...stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)].map(
    ([, rule, path]) => `${relative(place, resolve(place, path))}: ${rule}`,
  );
}

/** One file for each case, in the room the case is about: `x.ts` becomes `0/x.ts` unless its name matters. */
async function verdicts(name: string, cases: [file: string, specifier: string][]): Promise<boolean[]> {
  return Promise.all(
    cases.map(async ([file, specifier], index) => {
      const source = `import it from '${specifier}';\n\nconsole.log(it);\n`;
      const found = await broken(`${name}-${index}`, { [file]: source });
      return found.includes(`${file}: noRestrictedImports`);
    }),
  );
}

test('every forbidden import is refused', async () => {
  const answers = await verdicts('refused', refused);
  expect(refused.filter((_, index) => !answers[index])).toEqual([]);
}, 120_000);

test('the doors that are meant to be open are open', async () => {
  const answers = await verdicts('allowed', allowed);
  expect(allowed.filter((_, index) => answers[index])).toEqual([]);
}, 120_000);

test('files that import each other are refused, a chain of imports is not', async () => {
  const one = "import { two } from './two.ts';\n\nexport const one = () => two;\n";
  const circle = await broken('circle', {
    'packages/db/src/one.ts': one,
    'packages/db/src/two.ts': "import { one } from './one.ts';\n\nexport const two = () => one;\n",
  });
  expect(circle).toContain('packages/db/src/one.ts: noImportCycles');
  const chain = await broken('chain', {
    'packages/db/src/one.ts': one,
    'packages/db/src/two.ts': 'export const two = 2;\n',
  });
  expect(chain).toEqual([]);
});
