import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/*
 * `npm ci` refuses an incomplete lock file, and npm may omit optional dependencies of other platforms. This detects it
 * before it fails on another machine.
 */

interface Locked {
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

/** The paths where Node looks for `name` from the package at `folder`, nearest first. */
function* candidates(folder: string, name: string): Generator<string> {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    yield `${at}/node_modules/${name}`;
    if (!at.includes('/node_modules/')) break;
  }
  yield `node_modules/${name}`;
}

test('every optional dependency of every platform has an entry', () => {
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => ![...candidates(folder, name)].some((path) => path in packages))
      .map((name) => `${folder} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

test('no entry contains the URL of a registry', () => {
  const hosted = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('//'));
  expect(hosted).toEqual([]);
});
