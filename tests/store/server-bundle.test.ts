import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/* Node keeps the text of the server in memory, and an array for each mapping of its source map. */

test.each(['apps/server/dist/start.js', 'apps/server/dist/catalog-thread.js', 'apps/web/dist/server/server.js'])(
  '%s takes one byte a character',
  (file) => {
    expect(read(file)).toMatch(/^[\p{ASCII}]+$/u);
  },
);

test('a stack trace names the lines of the sources, which is all that their map is for', () => {
  const text = 'Every write must run inside database.transaction().';
  const lineOf = (source: string) => source.slice(0, source.indexOf(text)).split('\n').length - 1;
  const built = read('apps/server/dist/start.js');
  const at = built.indexOf(text);
  const map = read('apps/server/dist/start.js.map');
  const entry = new SourceMap(JSON.parse(map)).findEntry(lineOf(built), at - built.lastIndexOf('\n', at) - 1);
  const original = 'packages/db/src/dialect/libsql-driver.ts';
  expect(entry).toMatchObject({ originalSource: `../../../${original}`, originalLine: lineOf(read(original)) });
  expect(map.length).toBeLessThan(600_000);
});
