import { stockProduct } from '@lantern/api/testing/test-services';
import { textInputs } from '@lantern/api/testing/text-inputs';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type HttpStore, startHttpStore } from './testing/http-store.ts';
import { type Json, textsAt, withText } from './testing/text-paths.ts';
import { typedFields } from './testing/typed-fields.ts';
import { kindsOfText, textOf } from './testing/typed-texts.ts';

/*
 * Every text that a mutation takes, over real HTTP, with every kind of text in it: it comes back in its form from
 * wherever it can be read, from the log too, or is refused in a sentence about its field.
 */

let t: HttpStore;
let admin: ReturnType<HttpStore['client']>;
beforeAll(async () => {
  t = await startHttpStore();
  await stockProduct(t.services, { name: 'Thing' });
  const { email } = await t.admin();
  admin = t.client();
  await admin.mutate('auth.login', { email, password: 'correct horse' });
});
afterAll(() => t[Symbol.asyncDispose]());

test('the table knows every text of every mutation', () => {
  const known = Object.entries(typedFields).map(([path, { fields, others }]) => [
    path,
    [...Object.keys(fields), ...others].sort(),
  ]);
  expect(Object.fromEntries(known)).toEqual(textInputs());
});

/** `variants.0.options.Size` is one of `variants.*.options.*`, and as a key of `variants.*.options.{}`. */
const isOf = (path: string) => {
  const parts = path.split('.').map((part) => (part === '*' || part === '{}' ? '[^]*' : part));
  const pattern = new RegExp(`^${parts.join('\\.')}$`);
  return (field: string) => pattern.test(field);
};

function expectRefused(answer: Answer, paths: string[], what: string): void {
  expect.soft(answer.status, what).toBe(400);
  const named = Object.keys(answer.body?.error?.data.fieldErrors ?? {});
  for (const path of paths) expect.soft(named.some(isOf(path)), `${what}: ${path} is not named in ${named}`).toBe(true);
  for (const field of named)
    expect
      .soft(
        paths.some((path) => isOf(path)(field)),
        `${what}: ${field}`,
      )
      .toBe(true);
}

async function lastEntry(): Promise<string> {
  const { body } = await admin.query('admin.activity.list', { limit: 1 });
  return JSON.stringify(body.result.data.items[0].changes);
}

/**
 * The kinds that are sent to the n-th mutation. Where a database makes a difference of texts it is the one with
 * character sets: the other is sent every third kind, and all of them by the mutations together.
 */
const everyKind = process.env.TEST_DATABASE === 'mariadb' || soak(0, 1) === 1;
const kindsFor = (n: number) => kindsOfText.filter((_, kind) => everyKind || (kind + n) % 3 === 0);

const cases = Object.entries(typedFields).map(([procedure, one], n) => ({ procedure, ...one, kinds: kindsFor(n) }));

describe.each(cases)('$procedure', ({ procedure, fields, others, prepare, kinds }) => {
  /** Each field that a kind says something of, with what is typed into it and what is kept. */
  const textsOf = (kind: string) =>
    Object.entries(fields).flatMap(([path, field]) => {
      const text = textOf(kind, field.rule, field.max);
      return text ? [{ path, ...field, typed: text[0], kept: text[1] }] : [];
    });
  const filled = (input: Json, texts: { path: string; typed: string }[]) =>
    // Keys last: until then what is under them has to be found.
    texts
      .toSorted((a, b) => Number(a.path.endsWith('{}')) - Number(b.path.endsWith('{}')))
      .reduce((all, { path, typed }) => withText(all, path.split('.'), typed), input);

  test.runIf(Object.keys(fields).length > 0)('keeps each text in its form', async () => {
    let prepared = await prepare(t, admin);
    for (const kind of kinds) {
      const texts = textsOf(kind).filter(({ kept }) => kept !== null);
      if (texts.length === 0) continue;
      if (!prepared.again) prepared = await prepare(t, admin);
      const sent = filled(prepared.input, texts);
      const answer = await prepared.by.mutate(procedure, sent);
      expect(answer.status, `${kind}: ${answer.text}`).toBe(200);
      const told = texts.some(({ logged }) => logged) ? await lastEntry() : '';
      const documents = await prepared.read(answer, sent);
      for (const { path, kept, logged } of texts) {
        const found = documents.flatMap((document) => textsAt(document, path.split('.')));
        expect.soft(new Set(found), `${kind}: ${path}`).toEqual(new Set([kept]));
        if (logged) expect.soft(told, `${kind}: ${path} in the log`).toContain(JSON.stringify(kept).slice(1, -1));
      }
    }
  });

  test.runIf(Object.keys(fields).length > 0)('refuses what is none, and names each field', async () => {
    const { by, input } = await prepare(t, admin);
    for (const kind of kinds) {
      const texts = textsOf(kind).filter(({ kept }) => kept === null);
      if (texts.length === 0) continue;
      expectRefused(
        await by.mutate(procedure, filled(input, texts)),
        texts.map(({ path }) => path),
        kind,
      );
    }
  });

  test('takes blanks and unseen characters for nothing', async () => {
    const { by, input, read } = await prepare(t, admin);
    const emptied = (paths: string[]) =>
      paths.reduce((all, path) => withText(all, path.split('.'), '\u200b\u00ad \u3164\u00a0'), input as Json);
    const needed = Object.keys(fields).filter((path) => fields[path]?.empty === undefined);
    if (needed.length > 0) expectRefused(await by.mutate(procedure, emptied(needed)), needed, 'nothing');
    const optional = Object.keys(fields).filter((path) => fields[path]?.empty !== undefined);
    if (optional.length === 0) return;
    const answer = await by.mutate(procedure, emptied(optional));
    expect(answer.status, answer.text).toBe(200);
    const documents = await read(answer, input);
    for (const path of optional) {
      const found = documents.flatMap((document) => textsAt(document, path.split('.')));
      expect.soft(new Set(found), path).toEqual(new Set([fields[path]?.empty]));
    }
  });

  test.runIf(others.length > 0)('refuses what cannot lead anywhere', async () => {
    const { by, input } = await prepare(t, admin);
    for (const path of others) {
      for (const text of [
        'nul\u0000',
        'half \ud83d',
        '\uffff',
        'one\ntwo',
        'x'.repeat(3000),
        "o'clock \\ %",
        '👩‍👩‍👧‍👦',
      ]) {
        const answer = await by.mutate(procedure, withText(input, path.split('.'), text));
        expect
          .soft(answer.status, `${path} ${JSON.stringify(text.slice(0, 20))}: ${answer.text}`)
          .toBeGreaterThanOrEqual(400);
        expect.soft(answer.status, `${path} ${JSON.stringify(text.slice(0, 20))}: ${answer.text}`).toBeLessThan(500);
      }
    }
  });
});
