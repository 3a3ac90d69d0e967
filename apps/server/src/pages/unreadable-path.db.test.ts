import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from '../testing/http-store.ts';
import { plainWeb } from '../testing/plain-web.ts';

/* What is answered to an address that cannot be decoded, such as one that was cut off within a letter. */

let store: HttpStore;
beforeAll(async () => {
  store = await startHttpStore({
    web: plainWeb({
      render: async ({ url }) => ({ status: 200, html: `at ${url}` }),
      broken: async ({ url, language }, status) => `${language.code} ${url} ${status}`,
    }),
  });
});
afterAll(() => store[Symbol.asyncDispose]());

const get = (path: string, accept: string) => store.client().send(path, { headers: { accept } });

test.each([
  ['/%', 'en /%25 400'],
  ['/p/tea%E0%A4%A?q=%', 'en /p/tea%25E0%25A4%25A?q=% 400'],
  ['/de/p/%zz%20%C3%BC', 'de /p/%25zz%2520%25C3%25BC 400'],
])('%s: people get a page in their language, as safe as any other', async (path, text) => {
  const answer = await get(path, 'text/html,*/*;q=0.8');
  expect(answer).toMatchObject({ status: 400, text });
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test.each([
  ['/%', '*/*'],
  ['/%', 'application/json'],
  ['/trpc/%E0%A4%A', 'text/html'],
  ['/media/%', 'text/html'],
  ['/healthz%', '*/*'],
])('%s: programs that accept %s get JSON', async (path, accept) => {
  const { status, body } = await get(path, accept);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ message: 'This request cannot be read.', data: { code: 'BAD_REQUEST' } });
});

test.each(['/p/100%25', '/p/caf%C3%A9?q=%', '/search?q=%'])('%s is answered as it was', async (path) => {
  expect(await get(path, 'text/html')).toMatchObject({ status: 200, text: `at ${path}` });
});
