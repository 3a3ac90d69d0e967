import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAllowed, packagesWithScripts, productionPackages } from '../scripts/lib/locked-packages.mjs';

test('every package that runs in production is under a licence that is allowed', () => {
  const packages = productionPackages();
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ license }) => !isAllowed(license))).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-only', false],
  ['unknown', false],
])('%s is allowed: %s', (license, allowed) => expect(isAllowed(license)).toBe(allowed));

test('no package runs a script when it is installed, and only one would, which works without', () => {
  expect(readFileSync(new URL('../.npmrc', import.meta.url), 'utf8')).toContain('ignore-scripts=true');
  expect(packagesWithScripts()).toEqual(['node_modules/esbuild']);
});
