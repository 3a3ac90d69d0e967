import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from '../testing/http-store.ts';
import { plainWeb } from '../testing/plain-web.ts';

/* What people get if a page cannot be rendered: these pages say where they are and why they are there. */

let store: HttpStore;
beforeAll(async () => {
  const fail = () => {
    throw new Error('A component has failed.');
  };
  store = await startHttpStore({
    web: plainWeb({
      render: fail,
      empty: fail,
      broken: async ({ url, language }, status) => `${language.code} ${url} ${status}`,
      keyOf: (url) => url,
    }),
  });
});
afterAll(() => store[Symbol.asyncDispose]());

const get = (path: string, accept: string) => store.client().send(path, { headers: { accept } });

test.each([
  ['/p/teapot?sku=1', 'en /p/teapot?sku=1 500'],
  ['/de/p/teapot', 'de /p/teapot 500'],
])('a page at %s that fails is answered with a page in its language, which nobody keeps', async (path, text) => {
  const answer = await get(path, 'text/html,*/*;q=0.8');
  expect(answer).toMatchObject({ status: 500, text });
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(store.log.join()).toContain('A component has failed.');
});

test.each([
  ['*/*', 500],
  ['application/json', 404],
])('programs that accept %s get the same as from the API', async (accept, httpStatus) => {
  const { status, body } = await get('/p/teapot', accept);
  expect(status).toBe(httpStatus);
  expect(body.error.data).toMatchObject({ httpStatus });
});
