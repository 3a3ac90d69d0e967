import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

/* Request and response bodies in general: encodings, timeouts, caching. */

let t: HttpStore;
let admin: ReturnType<HttpStore['client']>;
beforeAll(async () => {
  // So that requests time out soon after the time that the tests below set.
  t = await startHttpStore({ periods: { requestCheck: 50 } });
  await stockProduct(t.services, { name: 'Mug' });
  const { email } = await t.admin();
  admin = t.client();
  await admin.mutate('auth.login', { email, password: 'correct horse' });
});
afterAll(() => t[Symbol.asyncDispose]());

test.each(['gzip', 'br', 'deflate', 'zstd', 'GZIP', 'identity, gzip', 'x-unknown'])(
  'a body compressed with %s is refused on every route',
  async (encoding) => {
    const body = gzipSync(JSON.stringify(newCustomer()));
    const compressed = { 'content-encoding': encoding };
    const types = { '/trpc/auth.register': 'application/json', '/admin/images': 'multipart/form-data; boundary=x' };
    for (const [path, type] of Object.entries(types)) {
      const answer = await admin.send(path, {
        method: 'POST',
        headers: { 'content-type': type, ...compressed },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      expect(answer.status).toBe(415);
      expect(answer.body.error).toMatchObject({ message: 'Please send this uncompressed.' });
      expect(answer.headers.get('accept-encoding')).toBe('identity');
    }
  },
);

test('a body without a content type is refused; a missing body is accepted', async () => {
  const shopper = t.client();
  const body = new TextEncoder().encode(JSON.stringify(newCustomer()));
  expect((await shopper.send('/trpc/auth.register', { method: 'POST', body })).status).toBe(415);
  expect((await shopper.send('/trpc/auth.logout', { method: 'POST' })).status).toBe(200);
});

test.each([
  ['head', 'POST /trpc/auth.logout HTTP/1.1\r\nHost: x\r\n'],
  [
    'body',
    'POST /trpc/auth.logout HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  ],
  ['upload', ''],
])('a request with an incomplete %s times out', async (what, sent) => {
  const { requestTimeout, headersTimeout } = t.app.server;
  expect(requestTimeout).toBeLessThanOrEqual(60_000);
  expect(headersTimeout).toBeLessThanOrEqual(requestTimeout);
  t.app.server.requestTimeout = 300;
  t.app.server.headersTimeout = 300;
  try {
    const { port, hostname } = new URL(t.url);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk;
    });
    const form =
      'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n.';
    const { session } = Object.fromEntries(admin.jar);
    const head = `POST /admin/images HTTP/1.1\r\nHost: x\r\nCookie: session=${session}\r\n`;
    socket.write(what === 'upload' ? head + form : sent);
    await once(socket, 'close');
    expect(received).toMatch(/^HTTP\/1\.1 408 |^$/);
  } finally {
    Object.assign(t.app.server, { requestTimeout, headersTimeout });
  }
});

test('personal responses are not cached', async () => {
  const shopper = t.client();
  await shopper.mutate('auth.register', newCustomer());
  const cacheControl = async (answer: Promise<{ headers: Headers }>) => (await answer).headers.get('cache-control');
  for (const name of ['auth.me', 'orders.list', 'account.shipping', 'cart.get', 'admin.users.list', 'no.such']) {
    expect(await cacheControl(shopper.query(name)), name).toBe('no-store');
  }
  expect(await cacheControl(admin.query('admin.users.list'))).toBe('no-store');
  expect(await cacheControl(shopper.mutate('auth.logout'))).toBe('no-store');
  expect(await cacheControl(shopper.send('/trpc/catalog.categories,auth.me?batch=1'))).toBe('no-store');
  expect(await cacheControl(shopper.send('/admin/activity.csv'))).toBe('no-store');
  expect(await cacheControl(admin.send('/admin/activity.csv'))).toBe('no-store');
  expect(await cacheControl(shopper.send('/admin/images', { method: 'POST' }))).toBe('no-store');
  // Whoever has been logged in keeps a device cookie.
  expect(await cacheControl(t.client().query('catalog.list'))).toMatch(/^public, max-age=0/);
  expect(await cacheControl(admin.query('catalog.list'))).toBe('private, no-cache');
});

test('the CSV export begins with a UTF-8 byte order mark for spreadsheets', async () => {
  const { session } = Object.fromEntries(admin.jar);
  const answer = await fetch(`${t.url}/admin/activity.csv`, { headers: { cookie: `session=${session}` } });
  expect([...new Uint8Array(await answer.arrayBuffer())].slice(0, 6)).toEqual([
    0xef,
    0xbb,
    0xbf,
    ...Buffer.from('seq'),
  ]);
});

test('lists whose parameters are all optional can be queried without input', async () => {
  const shopper = t.client();
  await shopper.mutate('auth.register', newCustomer());
  for (const name of ['catalog.list', 'orders.list']) expect((await shopper.query(name)).status, name).toBe(200);
  for (const list of ['products', 'orders', 'users', 'activity']) {
    expect((await admin.query(`admin.${list}.list`)).status, list).toBe(200);
  }
  expect((await admin.query('admin.dashboard')).status).toBe(200);
});
