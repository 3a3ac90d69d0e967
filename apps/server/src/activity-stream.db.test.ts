import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

let t: HttpStore;
let admin: Awaited<ReturnType<HttpStore['admin']>>;
beforeAll(async () => {
  t = await startHttpStore();
  admin = await t.admin();
});
afterAll(() => t[Symbol.asyncDispose]());

/** With this header, which the stream ignores, a request takes the way of all others: through tRPC. */
const throughTrpc = { 'trpc-accept': 'text/event-stream' };

type Headers = Record<string, string>;

async function open(query: string, headers: Headers) {
  const response = await fetch(`${t.url}/trpc/admin.activity.stream${query}`, { headers });
  const { date, ...shown } = Object.fromEntries(response.headers);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    head: [response.status, shown],
    /** Reads until the text matches, or to the end. */
    async until(expected?: RegExp): Promise<string> {
      while (!expected?.test(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) break;
        text += value;
      }
      return text;
    },
    close: () => reader?.cancel(),
  };
}

const session = () => ({ cookie: `session=${admin.jar.get('session')}` });

/** The same request twice: as this server answers it, and as tRPC does. */
const openBoth = (query: string, headers: Headers) =>
  Promise.all([open(query, headers), open(query, { ...headers, ...throughTrpc })]);

test('the stream has the bytes of tRPC: entries, pings and the end', async () => {
  const { id } = await admin.api.admin.categories.create({ name: 'Before' });
  const both = await openBoth('?input={"lastEventId":"0"}', session());
  const [head, headOfTrpc] = both.map((stream) => stream.head);
  expect(head).toEqual(headOfTrpc);
  await Promise.all(both.map((stream) => stream.until(/\nid: 1\n/)));
  await admin.api.admin.categories.update({ id, name: 'After “quotes” and 😀' });
  await Promise.all(both.map((stream) => stream.until(/\nid: 2\n\n\nevent: ping\ndata: \n\n\n/)));
  await admin.api.auth.logout();
  const [own, ofTrpc] = await Promise.all(both.map((stream) => stream.until()));
  expect(own).toBe(ofTrpc);
  expect(own).toMatch(/event: return\ndata: \n\n\n$/);
  admin = await t.admin();
});

test('a stream resumes after the last event, however the client names it', async () => {
  for (const [query, headers] of [
    ['?input={"lastEventId":1}', {}],
    ['?lastEventId=1', {}],
    ['?input={}', { 'last-event-id': '1' }],
    ['?input={"lastEventId":"0"}', { 'last-event-id': '1' }],
  ] as const) {
    const stream = await open(query, { ...session(), ...headers });
    expect(await stream.until(/\nid: 2\n/)).not.toMatch(/\nid: 1\n/);
  }
});

test.each([
  ['without a session', '', () => ({})],
  ['with an invalid last event', '?input={"lastEventId":"x"}', session],
  ['with input that is no JSON', '?input={', session],
])('a request %s is refused as tRPC refuses it', async (_, query, headersOf) => {
  const both = await openBoth(query, headersOf());
  const [own, ofTrpc] = await Promise.all(both.map((stream) => stream.until()));
  const withoutId = (text = '') => text.replace(/"requestId":"[^"]+"/, '');
  expect(withoutId(own)).toBe(withoutId(ofTrpc));
  expect(own).toMatch(/error/);
});

test('one stream too many is refused with its reason, so that clients do not try again as after a failure', async () => {
  const { jar } = await t.admin();
  const cookie = `session=${jar.get('session')}`;
  const opened = await Promise.all(Array.from({ length: 5 }, () => open('?input={"lastEventId":"0"}', { cookie })));
  await Promise.all(opened.map((stream) => stream.until(/\nid: 1\n/)));
  for (const headers of [{ cookie }, { cookie, ...throughTrpc }]) {
    const text = await (await open('?input={}', headers)).until();
    expect(text).toContain('event: serialized-error');
    expect(text).toMatch(/"code":"TOO_MANY_REQUESTS","httpStatus":429,.*"reason":"too_many_streams"/);
  }
  await Promise.all(opened.map((stream) => stream.close()));
});
