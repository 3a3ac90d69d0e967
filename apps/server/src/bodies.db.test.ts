import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, newcomer, startHttpStore } from './testing/http-store.ts';

/* How requests come in and answers go out, whatever is in them. */

let t: HttpStore;
let admin: ReturnType<HttpStore['client']>;
beforeAll(async () => {
  t = await startHttpStore();
  await stockProduct(t.services, { name: 'Mug' });
  const { email } = await t.admin();
  admin = t.client();
  await admin.mutate('auth.login', { email, password: 'correct horse' });
});
afterAll(() => t[Symbol.asyncDispose]());

test.each(['gzip', 'br', 'deflate', 'zstd', 'GZIP', 'identity, gzip', 'x-unknown'])(
  'a body packed with %s is refused at once, wherever it is sent',
  async (encoding) => {
    const body = gzipSync(JSON.stringify(newcomer()));
    const packed = { 'content-encoding': encoding };
    const types = { '/trpc/auth.register': 'application/json', '/admin/images': 'multipart/form-data; boundary=x' };
    for (const [path, type] of Object.entries(types)) {
      const answer = await admin.send(path, {
        method: 'POST',
        headers: { 'content-type': type, ...packed },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      expect(answer.status).toBe(415);
      expect(answer.body.error).toMatchObject({ message: 'Please send this uncompressed.' });
      expect(answer.headers.get('accept-encoding')).toBe('identity');
    }
  },
);

test('a body in no form is refused; no body is nothing', async () => {
  const shopper = t.client();
  const body = new TextEncoder().encode(JSON.stringify(newcomer()));
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
])('a %s that never comes to its end is not waited for', async (what, sent) => {
  const { requestTimeout, headersTimeout } = t.app.server;
  expect(requestTimeout).toBeLessThanOrEqual(60_000);
  expect(headersTimeout).toBeLessThanOrEqual(requestTimeout);
  t.app.server.requestTimeout = 300;
  t.app.server.headersTimeout = 300;
  try {
    const { port, hostname } = new URL(t.url);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      heard += chunk;
    });
    const form =
      'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n.';
    const { session } = Object.fromEntries(admin.jar);
    const head = `POST /admin/images HTTP/1.1\r\nHost: x\r\nCookie: session=${session}\r\n`;
    socket.write(what === 'upload' ? head + form : sent);
    await once(socket, 'close');
    expect(heard).toMatch(/^HTTP\/1\.1 408 |^$/);
  } finally {
    Object.assign(t.app.server, { requestTimeout, headersTimeout });
  }
});

test('what is one person’s stays out of every cache', async () => {
  const shopper = t.client();
  await shopper.mutate('auth.register', newcomer());
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
  expect(await cacheControl(shopper.query('catalog.list'))).toBeNull();
});

test('a log for a spreadsheet says in which letters it is written', async () => {
  const { session } = Object.fromEntries(admin.jar);
  const answer = await fetch(`${t.url}/admin/activity.csv`, { headers: { cookie: `session=${session}` } });
  expect([...new Uint8Array(await answer.arrayBuffer())].slice(0, 6)).toEqual([
    0xef,
    0xbb,
    0xbf,
    ...Buffer.from('seq'),
  ]);
});

test('a list all of whose questions may be left out needs none', async () => {
  const shopper = t.client();
  await shopper.mutate('auth.register', newcomer());
  for (const name of ['catalog.list', 'orders.list']) expect((await shopper.query(name)).status, name).toBe(200);
  for (const list of ['products', 'orders', 'users', 'activity']) {
    expect((await admin.query(`admin.${list}.list`)).status, list).toBe(200);
  }
  expect((await admin.query('admin.dashboard')).status).toBe(200);
});
