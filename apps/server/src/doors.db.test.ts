import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { proceduresUnder } from '@lantern/api/testing/procedures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

/* What the server allows other sites, caches and slow clients, on every route. */

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore({ periods: { request: 1500, headers: 1000, requestCheck: 100 } });
});
afterAll(() => t[Symbol.asyncDispose]());

const evil = { origin: 'https://evil.example' };
const preflight = {
  ...evil,
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
};

test.each(['/trpc/cart.add', '/trpc/auth.me', '/admin/images', '/csp-reports', '/invoices/2026-000001.pdf', '/'])(
  'no other site may read or change %s',
  async (path) => {
    for (const [method, headers] of [
      ['OPTIONS', preflight],
      ['GET', evil],
      ['POST', evil],
    ] as const) {
      const answer = await t.client().send(path, { method, headers });
      expect(answer.status, method).toBeGreaterThanOrEqual(method === 'GET' ? 200 : 400);
      for (const name of answer.headers.keys()) expect(name).not.toMatch(/^access-control-/);
    }
  },
);

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'])(
  'a form, which any site may send as %s, changes nothing',
  async (type) => {
    const body = JSON.stringify({ email: 'ada@example.com', password: 'correct horse', name: 'Ada' });
    const headers = { 'content-type': type };
    expect((await t.client().send('/trpc/auth.register', { method: 'POST', headers, body })).status).toBe(415);
  },
);

test('the policy of pages allows no inline code, and has its violations reported', async () => {
  const policy = (await t.client().send('/nowhere')).headers.get('content-security-policy');
  expect(policy).toMatch(/script-src 'self'(?: 'sha256-[^']+')*;/);
  expect(policy).toMatch(/style-src 'self';/);
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(policy).toContain('report-uri /csp-reports;report-to csp');
});

test('whatever is asked of the API, and however it ends, only the catalogue may be kept', async () => {
  const { send } = t.client();
  // Streams are never kept: a browser that comes back continues them.
  const procedures = proceduresUnder('').filter(({ type }) => type !== 'subscription');
  for (const { path, type } of procedures) {
    const init = type === 'mutation' ? { method: 'POST' } : {};
    // Without input and logged out, most of them are refused; the second is refused before anybody looks at it.
    for (const url of [
      `/trpc/${path}`,
      `/de/trpc/${path}`,
      `/trpc/${path}?input=%7B`,
      `/trpc/${path},auth.login?batch=1`,
    ]) {
      const { status, headers } = await send(url, init);
      const kept = headers.get('cache-control');
      if (path.startsWith('catalog.') && status === 200)
        expect(kept, url).toMatch(/^public, max-age=0|^private, no-cache/);
      else if (!path.startsWith('catalog.')) expect([url, kept]).toEqual([url, 'no-store']);
    }
  }
});

test('a stream that is refused may not be kept either', async () => {
  const { send } = t.client();
  const asked = [
    await send('/trpc/admin.activity.stream?batch=1&input=%7B%7D'),
    await send('/trpc/admin.activity.stream', { headers: { 'trpc-accept': 'application/jsonl' } }),
  ];
  for (const { headers } of asked) expect(headers.get('cache-control')).toBe('no-store');
});

test('a batch has at most 20 calls', async () => {
  const { send } = t.client();
  const batch = (calls: number) => Array.from({ length: calls }, () => 'auth.me').join();
  expect((await send(`/trpc/${batch(20)}?batch=1`)).status).toBe(200);
  expect((await send(`/trpc/${batch(21)}?batch=1`)).status).toBe(400);
});

test('a hundred clients that send a byte at a time are cut off, while others are served', {
  tags: 'long',
}, async () => {
  const { port } = new URL(t.url);
  const head =
    'POST /trpc/auth.login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
  const sockets = Array.from({ length: 100 }, (_, at) => slowly(Number(port), at % 2 ? head : ''));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
  expect((await t.client().query('catalog.categories')).status).toBe(200);
  await closed;
  const open = await new Promise((resolve) => t.app.server.getConnections((_, count) => resolve(count)));
  expect(open).toBeLessThan(100);
});

/** Sends `head` at once, then a letter every tenth of a second for as long as it is heard. */
function slowly(port: number, head: string): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write(head || 'G'));
  const dripping = setInterval(() => socket.write('x'), 100);
  socket.resume();
  // Cut off while it was writing: that is what is wanted.
  socket.on('error', () => undefined);
  return socket.once('close', () => clearInterval(dripping));
}
