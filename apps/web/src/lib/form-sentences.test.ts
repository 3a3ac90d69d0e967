import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { adminSentences } from '../admin/shared/api-sentences.ts';
import { patterns, sentences } from './form-sentences.ts';

/** For programs and programmers: no form leads to them. */
const FOR_PROGRAMS = /^A change of prices|^A word has|^Not an? /;

const api = fileURLToPath(new URL('../../../../packages/api/src/', import.meta.url));

/** The sentences in the schemas, without those that are put together. */
function sentencesOfSchemas(): string[] {
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('schema.ts'));
  const code = files.map((name) => readFileSync(api + name, 'utf8')).join('\n');
  const found = [...code.matchAll(/['"]([A-Z][^'"`\n]* .*?\.)['"][,)]/g)];
  return found.flatMap(([, text = '']) => (FOR_PROGRAMS.test(text) ? [] : text));
}

test('pages know in other languages what the schemas say', () => {
  const said = sentencesOfSchemas();
  const known = new Set([...sentences, ...adminSentences].map(({ message }) => message));
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter((text) => !known.has(text) && !patterns.some(({ pattern }) => pattern.test(text)))).toEqual([]);
});
