import { connect } from 'node:net';
import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from '../src/testing/http-store.ts';
import { rawRequests } from './raw-requests.ts';
import { INTERNALS } from './verdict.ts';

/* Bytes that are no request, or end before they are one: the connection ends, and the store goes on. */

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore();
});
afterAll(() => t[Symbol.asyncDispose]());

/** Sends bytes, ends, and gives what came back. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(t.url).port), '127.0.0.1', () => socket.end(bytes, 'latin1'));
    let received = '';
    socket.setEncoding('latin1').on('data', (chunk) => {
      received += chunk;
    });
    // The server may close before everything is written.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });
}

const post = 'POST /trpc/auth.logout HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n';

test.each([
  ['nothing', ''],
  ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['an unknown version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n'],
  ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
  ['a length and chunks', `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['a negative length', `${post}Content-Length: -1\r\n\r\n{}`],
  ['a length beyond all numbers', `${post}Content-Length: 99999999999999999999\r\n\r\n{}`],
  ['a broken chunk', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
  ['an unknown transfer encoding', `${post}Transfer-Encoding: gzip\r\n\r\n{}`],
  ['a body that ends early', `${post}Content-Length: 100\r\n\r\n{`],
  ['NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nCookie: a\x00b\r\n\r\n'],
  ['a line feed in a header', 'GET / HTTP/1.1\r\nHost: x\r\nCookie: a\nSet: b\r\n\r\n'],
  ['a space before a colon', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n'],
  ['spaces in a path', 'GET /a b c HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['bytes above ASCII in a path', 'GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['a long header', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(100_000)}\r\n\r\n`],
  ['many headers', `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(20_000)}\r\n`],
  ['an absolute address', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an upgrade', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['invalid UTF-8 as JSON', `${post}Content-Length: 4\r\n\r\n"\xff\xfe"`],
])('%s is refused or cut off', async (_, bytes) => {
  const received = await exchange(bytes);
  expect(received).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
  expect(received).not.toMatch(INTERNALS);
  expect((await t.client().query('catalog.categories')).status).toBe(200);
});

test('whatever is sent over a connection, no request hides in the body of another, and none is a failure', async () => {
  const seed = Number(process.env.TEST_SEED ?? 14);
  console.log(`TEST_SEED=${seed}`);
  const property = fc.asyncProperty(rawRequests, async ({ bytes, isUnclear }) => {
    const received = await exchange(bytes);
    expect(received).not.toMatch(INTERNALS);
    const statuses = [...received.matchAll(/^HTTP\/1\.1 ([2-5]\d\d) /gm)].map(([, status]) => Number(status));
    // What was refused by its head can be refused by its body, too.
    expect(statuses.slice(1).filter((status) => status !== 400)).toEqual([]);
    for (const status of statuses) expect(status).toBeLessThan(500);
    if (isUnclear) for (const status of statuses) expect(status).toBeGreaterThanOrEqual(400);
  });
  await fc.assert(property, { seed, numRuns: soak(150, 5000) });
  expect((await t.client().query('catalog.categories')).status).toBe(200);
});
