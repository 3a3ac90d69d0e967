import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

/* Who reads the other of two hosts, as a proxy may, would mean another request. */

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore({ withModel: true });
});
afterAll(() => t[Symbol.asyncDispose]());

/** The status of the answer to a request with these lines. */
async function statusOf(request: string, ...lines: string[]): Promise<number> {
  const { hostname, port } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  socket.write([request, ...lines, 'Connection: close', '', ''].join('\r\n'));
  return Number((await text(socket)).split(' ')[1]);
}

const two: [string, string][] = [
  ['Host: localhost', 'Host: evil.example'],
  ['Host: localhost', 'host: localhost'],
  ['HOST: localhost', 'Host:'],
];

test.each([
  ['the quick answers of the catalogue', 'GET /trpc/catalog.categories HTTP/1.1', 200],
  ['the figures', 'GET /metrics HTTP/1.1', 200],
  ['the API', 'GET /trpc/auth.me HTTP/1.1', 200],
  ['pages', 'GET / HTTP/1.1', 404],
  ['an older client', 'GET /healthz HTTP/1.0', 200],
])('%s: one host is answered, two are refused', async (_, request, status) => {
  expect(await statusOf(request, 'X-Host: a', 'Host: localhost', 'Cookie: Host')).toBe(status);
  for (const [one, other] of two) {
    expect(await statusOf(request, one, other)).toBe(400);
    expect(await statusOf(request, one, 'Accept: */*', other)).toBe(400);
  }
});

test('what comes after a refused request on the same connection is not read', async () => {
  const { hostname, port } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  const next = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n${next}`);
  expect((await text(socket)).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
});
