import { stockProduct } from '@lantern/api/testing/test-services';
import { textInputs } from '@lantern/api/testing/text-inputs';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type HttpStore, startHttpStore } from './testing/http-store.ts';
import { databaseKinds, sampleText, textKinds } from './testing/sample-texts.ts';
import type { Prepared } from './testing/text-field-case.ts';
import { textFields } from './testing/text-fields.ts';
import { type Json, textsAt, withText } from './testing/text-paths.ts';

/*
 * Every text field of every mutation, over real HTTP, with every kind of text: the text is either returned normalised
 * wherever it can be read, including the activity log, or refused with an error for its field.
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

test('the table has every text field of every mutation', () => {
  const known = Object.entries(textFields).map(([path, { fields, others }]) => [
    path,
    [...Object.keys(fields), ...others].sort(),
  ]);
  expect(Object.fromEntries(known)).toEqual(textInputs());
});

/** Whether a field matches a path: `variants.0.options.Size` matches `variants.*.options.*` and `variants.*.options.{}`. */
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
 * The kinds of text for the n-th mutation: a third of them, so that the mutations together cover every kind. MariaDB also
 * gets those that its character sets could spoil.
 */
function kindsFor(n: number): string[] {
  const always = process.env.TEST_DATABASE === 'mariadb' ? databaseKinds : new Set<string>();
  return textKinds.filter((name, kind) => always.has(name) || (kind + n) % 3 === 0 || soak(0, 1) === 1);
}

const cases = Object.entries(textFields).map(([procedure, one], n) => ({ procedure, ...one, kinds: kindsFor(n) }));

describe.each(cases)('$procedure', { tags: 'long' }, ({ procedure, fields, others, prepare, kinds }) => {
  /** The fields to which a kind of text applies, with the text to send and the text to expect. */
  const textsOf = (kind: string) =>
    Object.entries(fields).flatMap(([path, field]) => {
      const text = sampleText(kind, field.rule, field.max);
      return text ? [{ path, ...field, typed: text[0], stored: text[1] }] : [];
    });
  const filled = (input: Json, texts: { path: string; typed: string }[]) =>
    // Keys last, since the other paths refer to their old names.
    texts
      .toSorted((a, b) => Number(a.path.endsWith('{}')) - Number(b.path.endsWith('{}')))
      .reduce((all, { path, typed }) => withText(all, path.split('.'), typed), input);

  test.runIf(Object.keys(fields).length > 0)('stores each text normalised', async () => {
    let prepared: Prepared | undefined;
    for (const kind of kinds) {
      const texts = textsOf(kind).filter(({ stored }) => stored !== null);
      if (texts.length === 0) continue;
      if (!prepared?.repeatable) prepared = await prepare(t, admin);
      const sent = filled(prepared.input, texts);
      const answer = await prepared.by.mutate(procedure, sent);
      expect(answer.status, `${kind}: ${answer.text}`).toBe(200);
      const entry = texts.some(({ logged }) => logged) ? await lastEntry() : '';
      const documents = await prepared.read(answer, sent);
      for (const { path, stored, logged } of texts) {
        const found = documents.flatMap((document) => textsAt(document, path.split('.')));
        expect.soft(new Set(found), `${kind}: ${path}`).toEqual(new Set([stored]));
        if (logged) expect.soft(entry, `${kind}: ${path} in the log`).toContain(JSON.stringify(stored).slice(1, -1));
      }
    }
  });

  test.runIf(Object.keys(fields).length > 0)('refuses invalid text, and names each field', async () => {
    const { by, input } = await prepare(t, admin);
    for (const kind of kinds) {
      const texts = textsOf(kind).filter(({ stored }) => stored === null);
      if (texts.length === 0) continue;
      expectRefused(
        await by.mutate(procedure, filled(input, texts)),
        texts.map(({ path }) => path),
        kind,
      );
    }
  });

  test('treats text of only spaces and invisible characters as empty', async () => {
    const { by, input, read } = await prepare(t, admin);
    const emptied = (paths: string[]) =>
      paths.reduce((all, path) => withText(all, path.split('.'), '\u200b\u00ad \u3164\u00a0'), input as Json);
    const required = Object.keys(fields).filter((path) => fields[path]?.empty === undefined);
    if (required.length > 0) expectRefused(await by.mutate(procedure, emptied(required)), required, 'empty');
    const optional = Object.keys(fields).filter((path) => fields[path]?.empty !== undefined);
    if (optional.length === 0) return;
    const answer = await by.mutate(procedure, emptied(optional));
    expect(answer.status, answer.text).toBe(200);
    const documents = await read(answer, input);
    for (const path of optional) {
      const found = documents.flatMap((document) => textsAt(document, path.split('.')));
      const empty = fields[path]?.empty;
      expect.soft(new Set(found), path).toEqual(new Set(empty === 'nothing' ? [] : [empty]));
    }
  });

  test.runIf(others.length > 0)('refuses invalid text in fields with their own rules', async () => {
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
