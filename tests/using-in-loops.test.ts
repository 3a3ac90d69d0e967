import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

/*
 * No `using` stands in a loop, unless in a function of its own: esbuild lowers it to variables of the whole function,
 * so that what one round has thrown is thrown again after a later round has ended well.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['apps', 'packages', 'examples', 'tests', 'scripts'];

const loops = ['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'];
const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'StaticBlock'];

/** The lines of a source on which a `using` is made anew in each round of a loop. */
function usingInLoops(name: string, source: string): number[] {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0]?.message}`);
  const found: number[] = [];
  const visit = (node: unknown, inLoop: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, kind, start } = { type: '', kind: '', start: 0, ...node };
    if (inLoop && type === 'VariableDeclaration' && kind.endsWith('using')) {
      found.push(source.slice(0, start).split('\n').length);
    }
    const within = loops.includes(type) || (inLoop && !functions.includes(type));
    for (const child of Object.values(node)) visit(child, within);
  };
  visit(program, false);
  return found;
}

/** Every source of ours, by its path from the root. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist'].includes(entry.name)) yield* sources(path);
    } else if (/\.(?:tsx?|mjs)$/.test(entry.name)) yield path;
  }
}

test.each([
  ['in the body of a for', 'for (;;) {\n  await using scope = open();\n}', [2]],
  ['in the head of a for', 'for (using one of all) one.go();', [1]],
  ['deeper in a while', 'async function f() {\n  while (true) try {\n    using a = b();\n  } finally {}\n}', [3]],
  ['in a do', 'do { using a = b(); } while (a);', [1]],
  ['in a loop within a function within a loop', 'for (;;) all.map(() => { for (;;) { using a = b(); } });', [1]],
  ['in a function of its own', 'for (;;) { const round = async () => { await using a = b(); }; }', []],
  ['beside a loop', 'for (;;) {}\nusing a = b();', []],
])('a using %s is told from others', (_, source, lines) => {
  expect(usingInLoops('x.ts', source)).toEqual(lines);
});

test('none of the sources has one', () => {
  const all = rooms.flatMap((room) => [...sources(room)]);
  expect(all).toContain('packages/db/src/database.ts');
  const found = all.flatMap((path) => {
    const source = readFileSync(join(root, path), 'utf8');
    // Most sources have none at all, and need not be parsed.
    return source.includes('using ') ? usingInLoops(path, source).map((line) => `${path}:${line}`) : [];
  });
  expect(found).toEqual([]);
});
