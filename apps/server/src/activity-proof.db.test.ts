import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HeadSigner } from '@lantern/api/activity/head-signer';
import { newSigner } from '@lantern/api/testing/signer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

/* An exported log proves itself: `examples/verify-log.mjs` has nothing of the store. */

const script = fileURLToPath(new URL('../../../examples/verify-log.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lantern-proof-'));
const signer = newSigner();

let t: HttpStore;
let lines: string[];
beforeAll(async () => {
  t = await startHttpStore();
  t.services.anchor = { recipient: null, signer };
  const { email, api } = await t.admin();
  for (const name of ['Lamps ☕', 'Mugs', 'Rugs', 'Vases']) await api.admin.categories.create({ name });
  const client = t.client();
  await client.mutate('auth.login', { email, password: 'correct horse' });
  lines = (await client.send('/admin/activity.jsonl')).text.trimEnd().split('\n');
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** What the script says about these lines, and its exit code. */
function verified(of: string[], ...args: string[]): { code: number | null; said: string } {
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, `${of.join('\n')}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file, ...args], { encoding: 'utf8' });
  return { code: status, said: (stdout + stderr).trim() };
}

test('an untouched export is verified, with who signed it', () => {
  const { code, said } = verified(lines, signer.fingerprint);
  expect(said).toMatch(/^4 entries verified, up to 20\S+Z, signed by \S+ with SHA256:\S+\.$/);
  expect(code).toBe(0);
});

const replaced = (index: number, from: string | RegExp, to: string) =>
  lines.map((line, at) => (at === index ? line.replace(from, to) : line));
const without = (index: number) => lines.filter((_, at) => at !== index);
const head = () => JSON.parse(lines.at(-1) ?? '').head;
const withHead = (changed: object) => [...lines.slice(0, -1), JSON.stringify({ head: { ...head(), ...changed } })];

test.each<[what: string, damaged: () => string[], said: string]>([
  ['a shown value', () => replaced(1, '"label":"Rugs"', '"label":"Bags"'), 'Line 2: entry 3 shows something else'],
  [
    'the name of a field',
    () => replaced(1, '"field":"slug"', '"field":"tint"'),
    'Line 2: entry 3 shows something else',
  ],
  [
    'a value that was added',
    () => replaced(1, '{"field"', '{"note":"checked","field"'),
    'Line 2: entry 3 shows something',
  ],
  ['a name that is there twice', () => replaced(1, '{', '{"action":"order.refund",'), 'Line 2 was altered or cut off'],
  ['an address', () => replaced(2, /"ip":[^,]+/, '"ip":"::1"'), 'Line 3: entry 2 shows something else'],
  ['what is hashed', () => replaced(1, '\\"Rugs\\"', '\\"Bags\\"'), 'Line 2: entry 3 was altered.'],
  ['a hash', () => replaced(1, /"hash":"\w{4}/, '"hash":"0000'), 'Line 2: entry 3 was altered.'],
  ['a removed line', () => without(1), 'Line 2: entry 3 is missing or out of place; here is 2.'],
  ['the newest entry removed', () => without(0), 'Line 1: entry 4 is missing or out of place; here is 3.'],
  ['the oldest entry removed', () => without(3), 'The oldest entries are missing, up to entry 1.'],
  ['lines in another order', () => [1, 0, 2, 3, 4].map((at) => lines[at] ?? ''), 'Line 1: entry 4 is missing or out'],
  ['a file without its end', () => without(4), 'The file was cut off'],
  ['a line cut off', () => [...lines.slice(0, 2), (lines[2] ?? '').slice(0, 40)], 'Line 3 was altered or cut off'],
  ['a head of fewer entries', () => withHead({ seq: 3 }), 'Line 1: entry 3 is missing or out of place; here is 4.'],
  ['a head with another time', () => withHead({ at: '2020-01-01T00:00:00.000Z' }), 'The signature is wrong.'],
  ['a head of another key', () => withHead(newSigner().sign(head())), 'The head was signed with another key'],
  ['an unsigned head', () => withHead({ signature: null }), 'The head is not signed.'],
])('%s is named', (_what, damaged, said) => {
  const verdict = verified(damaged(), signer.fingerprint);
  expect(verdict.said).toContain(said);
  expect(verdict.code).toBe(1);
});

test('a key made by the command is one that the store signs with', { tags: 'long' }, () => {
  const printed = execFileSync('npm', ['run', '--silent', 'activity:key'], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    encoding: 'utf8',
  });
  const [, key = ''] = /ACTIVITY_SIGNING_KEY=(\S+)/.exec(printed) ?? [];
  expect(printed).toContain(new HeadSigner(key).fingerprint);
});
