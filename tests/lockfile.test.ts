import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * `npm ci` refuses a lock that is not whole, and npm run on one platform likes to leave out what the
 * others need. This finds it here, before it is found on somebody else's machine.
 */

interface Locked {
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

/** Where Node would look for `name` from inside the package at `folder`, nearest first. */
function* places(folder: string, name: string): Generator<string> {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    yield `${at}/node_modules/${name}`;
    if (!at.includes('/node_modules/')) break;
  }
  yield `node_modules/${name}`;
}

test('every optional dependency, of whichever platform, has its own entry', () => {
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => ![...places(folder, name)].some((place) => place in packages))
      .map((name) => `${folder} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

test('no entry names the host it came from: every registry will do', () => {
  const hosted = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('//'));
  expect(hosted).toEqual([]);
});
