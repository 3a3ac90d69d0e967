import { stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { checkout, type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

/* Refused requests over real HTTP: their status and message, without internals. */

let t: HttpStore;
let variantId: number;
beforeAll(async () => {
  const { deployment } = readConfig({ TRUST_PROXY: '1' });
  // Each login that waits takes half a second.
  t = await startHttpStore({ rateLimits: true, maxWaitingLogins: 1, deployment });
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000, stock: 50 });
  variantId = variantIds[0] ?? 0;
  await stockProduct(t.services, { name: 'Bowl' });
});
afterAll(() => t[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };

test.each<
  [what: string, call: (client: ReturnType<HttpStore['client']>) => Promise<unknown>, status: number, data: object]
>([
  [
    'a guest who checks out without an email',
    ({ mutate }) => mutate('checkout.place', checkout()),
    400,
    { fieldErrors: { email: expect.anything() } },
  ],
  ['a guest who lists orders', ({ query }) => query('orders.list', {}), 401, { code: 'UNAUTHORIZED' }],
  ['an unknown category', ({ query }) => query('catalog.list', { category: 'nowhere' }), 404, { code: 'NOT_FOUND' }],
  [
    'an unknown category in a search',
    ({ query }) => query('catalog.search', { q: 'mug', category: 'nowhere' }),
    404,
    { code: 'NOT_FOUND' },
  ],
  ['an unknown product', ({ query }) => query('catalog.bySlug', { slug: 'nothing' }), 404, { code: 'NOT_FOUND' }],
  [
    'an unknown variant',
    ({ mutate }) => mutate('cart.add', { variantId: 2_147_483_647, quantity: 1 }),
    404,
    { code: 'NOT_FOUND' },
  ],
  [
    'a quantity above the stock',
    ({ mutate }) => mutate('cart.add', { variantId, quantity: 51 }),
    409,
    { code: 'CONFLICT', reason: 'out_of_stock', details: { available: 50 } },
  ],
  [
    'a wrong password',
    ({ mutate }) => mutate('auth.login', { email: 'a@b.example', password: 'x' }),
    401,
    { code: 'UNAUTHORIZED', reason: 'wrong_credentials' },
  ],
  [
    'an invalid cursor',
    ({ query }) => query('catalog.list', { cursor: 'bm8' }),
    400,
    { fieldErrors: { cursor: expect.anything() } },
  ],
  [
    'a cursor of another list',
    async ({ query }) =>
      query('catalog.list', {
        sort: 'name',
        cursor: (await query('catalog.list', { limit: 1 })).body.result.data.nextCursor,
      }),
    400,
    { fieldErrors: { cursor: expect.anything() } },
  ],
  ['an unknown procedure', ({ query }) => query('catalog.everything'), 404, { code: 'NOT_FOUND' }],
  ['a property of the prototype', ({ query }) => query('__proto__.toString'), 404, { code: 'NOT_FOUND' }],
  [
    'input that is not JSON',
    ({ send }) => send('/trpc/catalog.list?input=hello'),
    400,
    { fieldErrors: { input: expect.anything() } },
  ],
  ['missing input', ({ query }) => query('catalog.search'), 400, { fieldErrors: { input: expect.anything() } }],
  [
    'broken JSON',
    ({ send }) => send('/trpc/auth.login', { method: 'POST', headers: json, body: '{"email":' }),
    400,
    { fieldErrors: { input: expect.anything() } },
  ],
  [
    'a missing body',
    ({ send }) => send('/trpc/auth.login', { method: 'POST' }),
    400,
    { fieldErrors: { input: expect.anything() } },
  ],
  [
    'a form',
    ({ send }) => send('/trpc/auth.login', { method: 'POST', body: new URLSearchParams({ email: 'a@b.example' }) }),
    415,
    { code: 'UNSUPPORTED_MEDIA_TYPE' },
  ],
  [
    'a multipart form',
    ({ send }) => send('/trpc/auth.login', { method: 'POST', body: new FormData() }),
    415,
    { code: 'UNSUPPORTED_MEDIA_TYPE' },
  ],
  [
    'plain text',
    ({ send }) => send('/trpc/auth.login', { method: 'POST', body: '{}' }),
    415,
    { code: 'UNSUPPORTED_MEDIA_TYPE' },
  ],
  [
    'a body of 257 kilobytes',
    ({ mutate }) => mutate('auth.login', { email: 'x'.repeat(257 * 1024) }),
    413,
    { code: 'PAYLOAD_TOO_LARGE' },
  ],
  ['another method', ({ send }) => send('/trpc/auth.me', { method: 'DELETE' }), 404, { code: 'NOT_FOUND' }],
  ['a path with invalid encoding', ({ send }) => send('/trpc/%E0%A4%A'), 400, { code: 'BAD_REQUEST' }],
  ['a path that is encoded twice', ({ send }) => send('/trpc/%25E0%25A4%25A'), 404, { code: 'NOT_FOUND' }],
  ['an overlong path', ({ send }) => send(`/trpc/${'x'.repeat(5000)}`), 414, { code: 'BAD_REQUEST' }],
  [
    'a batch of hundreds of calls',
    ({ send }) => send(`/trpc/${'auth.me,'.repeat(200)}auth.me?batch=1`),
    400,
    { code: 'BAD_REQUEST' },
  ],
  [
    'a page of another site',
    ({ send }) => send('/trpc/auth.logout', { method: 'POST', headers: { ...json, origin: 'https://evil.example' } }),
    403,
    { code: 'FORBIDDEN' },
  ],
  ['an image outside the folder', ({ send }) => send('/media/..%2f..%2fetc%2fpasswd'), 404, { code: 'NOT_FOUND' }],
  ['an image with a NUL', ({ send }) => send('/media/%00.webp'), 400, { code: 'BAD_REQUEST' }],
  ['an unknown path', ({ send }) => send('/nothing'), 404, { code: 'NOT_FOUND' }],
])('%s is refused without revealing internals', async (_, call, status, data) => {
  const answer = await call(t.client());
  expect(answer).toMatchObject({
    status,
    body: { error: { message: expect.any(String), data: { httpStatus: status, ...data } } },
  });
  expect(JSON.stringify(answer)).not.toMatch(/stack|node_modules|\.ts|select|sqlite|mysql/i);
});

test("a taken email and another customer's order are refused", async () => {
  const account = newCustomer();
  const owner = t.client();
  await owner.mutate('auth.register', account);
  expect((await t.client().mutate('auth.register', account)).body.error.data).toMatchObject({
    code: 'CONFLICT',
    reason: 'email_taken',
    httpStatus: 409,
  });
  await owner.mutate('cart.add', { variantId, quantity: 1 });
  const { number } = (await owner.mutate('checkout.place', checkout())).body.result.data.order;
  const other = t.client();
  await other.mutate('auth.register', newCustomer());
  expect((await other.query('orders.byNumber', { number })).status).toBe(404);
  expect((await other.mutate('orders.cancel', { number })).status).toBe(404);
});

test('too many login attempts are refused with a Retry-After header', async () => {
  const { mutate } = t.client();
  const guess = { email: 'victim@example.com', password: 'guess' };
  for (let n = 0; n < 10; n++) expect((await mutate('auth.login', guess)).status).toBe(401);
  const { status, headers, body } = await mutate('auth.login', guess);
  expect(status).toBe(429);
  expect(body.error.data).toMatchObject({ code: 'TOO_MANY_REQUESTS', reason: 'too_many_attempts' });
  expect(Number(headers.get('retry-after'))).toBe(body.error.data.details.retryAfterSeconds);
});

/** A client behind the proxy, with its own IP address. */
function from(address: string) {
  const client = t.client();
  const headers = { ...json, 'x-forwarded-for': address };
  const post = (name: string, input: object) =>
    client.send(`/trpc/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
  return { post, get: (path: string) => client.send(path, { headers }) };
}

test('a hundred wrong passwords from one address do not keep others from logging in', { tags: 'long' }, async () => {
  const account = newCustomer();
  await t.client().mutate('auth.register', account);
  const { email, password } = account;
  const office = from('203.0.113.7');
  const guesses = Array.from({ length: 120 }, (_, n) => ({ email: `${n}@example.com`, password: 'guess' }));
  const statuses = new Set<number>();
  for (let at = 0; at < guesses.length; at += 20) {
    const answers = await Promise.all(guesses.slice(at, at + 20).map((guess) => office.post('auth.login', guess)));
    for (const { status } of answers) statuses.add(status);
  }
  expect([...statuses].sort()).toEqual([401, 429]);
  expect((await office.post('auth.login', { email, password })).status).toBe(200);
  expect((await from('203.0.113.8').post('auth.login', { email, password })).status).toBe(200);
});

test('requests are limited per address, counting each call of a batch, without affecting other addresses', {
  tags: 'long',
}, async () => {
  const crawler = from('2001:db8::1');
  const input = encodeURIComponent(
    JSON.stringify(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [n, { q: 'zeppelin' }]))),
  );
  const path = `/trpc/${Array.from({ length: 20 }, () => 'catalog.suggest').join()}?batch=1&input=${input}`;
  for (let n = 0; n < 30; n++) expect((await crawler.get(path)).status).toBe(200);
  const refused = await from('2001:db8::2').get('/trpc/catalog.suggest?input={"q":"mug"}');
  expect(refused.status).toBe(429);
  expect(refused.body.error.data).toMatchObject({ code: 'TOO_MANY_REQUESTS', reason: 'too_many_requests' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await crawler.get('/trpc/catalog.bySlug?input={"slug":"mug"}')).status).toBe(200);
  expect((await from('2001:db8:0:1::1').get('/trpc/catalog.suggest?input={"q":"mug"}')).status).toBe(200);
});

test('files count towards the same limit, however the proxy spells an address', async () => {
  const address = '203.0.113.60';
  for (let n = 0; n < 3000; n++) await t.services.requestLimits.take('read', address);
  for (const spelled of [address, `${address}:4711`, `[::ffff:${address}]:4711`, `unknown, ${address}`]) {
    for (const path of ['/invoices/2026-000001.pdf', '/sitemap.xml', '/de/feeds/products.xml']) {
      expect((await from(spelled).get(path)).status, `${path} for ${spelled}`).toBe(429);
    }
  }
  expect((await from('203.0.113.61:4711').get('/sitemap.xml')).status).toBe(200);
});

test.each(['password', 'aaaaaaaa', 'lantern1'])(
  'the weak password %s is refused with a field error',
  async (password) => {
    const { status, body } = await t.client().mutate('auth.register', { ...newCustomer(), password });
    expect([status, body.error.data]).toMatchObject([
      400,
      { reason: 'weak_password', fieldErrors: { password: [expect.any(String)] } },
    ]);
  },
);
