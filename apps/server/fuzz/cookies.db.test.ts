import { proceduresUnder } from '@lantern/api/testing/procedures';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieName, cookiesSetBy, wrongWithCookie } from '../src/testing/set-cookies.ts';
import { apiRequests } from './api-requests.ts';
import type { FuzzRequest } from './request.ts';
import { routeRequests } from './route-requests.ts';
import { Sender } from './send.ts';
import { type FuzzStore, openFuzzStore } from './store.ts';
import { uploadRequests } from './upload-requests.ts';

/* Every cookie of every answer, without TLS and behind a proxy that has it: a new one is refused until it is listed. */

const EACH = 3;
const proxies = {
  http: ['x-forwarded-proto', 'http'],
  https: ['x-forwarded-proto', 'https'],
} satisfies Record<string, [string, string]>;

let store: FuzzStore;
beforeAll(async () => {
  store = await openFuzzStore({ deployment: { trust: () => true } });
});
afterAll(() => store[Symbol.asyncDispose]());

/** A guest's call that succeeds, which chance would hardly draw. */
const called = (path: string, input: object): FuzzRequest => ({
  as: 'guest',
  method: 'POST',
  path: `/trpc/${path}`,
  headers: [['content-type', 'application/json']],
  body: JSON.stringify(input),
});

/** The lines of `Set-Cookie` in the answers, as [path, line]. */
async function cookiesOf(requests: FuzzRequest[], scheme: 'http' | 'https'): Promise<[path: string, line: string][]> {
  using sender = new Sender(store.http.url);
  const found: [string, string][] = [];
  for (const request of requests) {
    const headers = [...request.headers.filter(([name]) => !name.startsWith('x-forwarded')), proxies[scheme]];
    const cookie = store.accounts.cookieOf(request.as);
    const sent = scheme === 'https' ? cookie.replaceAll(/(^|; )/g, '$1__Host-') : cookie;
    const answer = await sender.send({ ...request, headers }, request.as === 'guest' ? '' : sent);
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) found.push([request.path, line]);
  }
  return found;
}

test.each(['http', 'https'] as const)(
  'over %s every cookie is one that is listed, as safe as it can be',
  async (scheme) => {
    await store.accounts.logInAgain();
    const random = { seed: 5, numRuns: EACH };
    const { email } = store.accounts.of.customer;
    const password = 'correct horse';
    const requests = [
      called('auth.login', { email, password }),
      called('auth.register', { email: `${scheme}@example.com`, password, name: 'Ada' }),
      ...fc.sample(routeRequests(store.valuesOf), { seed: 5, numRuns: 100 }),
      ...fc.sample(uploadRequests(store.images), random),
      ...proceduresUnder('').flatMap(({ path }) =>
        fc.sample(
          apiRequests(store.valuesOf, (one) => one === path),
          random,
        ),
      ),
    ];
    const found = await cookiesOf(requests, scheme);
    expect(found.flatMap(([path, line]) => wrongWithCookie(line, path) ?? [])).toEqual([]);
    const names = found.map(([, line]) => (line.startsWith('__Host-') ? 'https' : 'http'));
    expect(new Set(names)).toEqual(new Set([scheme]));
    expect(new Set(found.map(([, line]) => cookieName(line)))).toEqual(new Set(Object.values(cookiesSetBy).flat()));
  },
);
