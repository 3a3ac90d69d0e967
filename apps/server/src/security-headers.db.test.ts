import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore();
});
afterAll(() => t[Symbol.asyncDispose]());

test.each(['/trpc/catalog.list', '/readyz', '/no-such-page'])('%s tells browsers what not to do', async (path) => {
  const headers = { origin: 'https://other.example' };
  const answer = await t.app.inject({ url: path, headers });
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  // JSON has one encoding only.
  expect(answer.headers['content-type']).toMatch(/^application\/json|; charset=utf-8$/);
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  const policy = String(answer.headers['content-security-policy']);
  for (const directive of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(policy.split(';')).toContain(directive);
  }
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
});

/** The first line of the answer to a request of this method; `fetch` refuses to send some. */
async function statusLine(method: string): Promise<string> {
  const { hostname, port } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  socket.write(`${method} / HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  return (await text(socket)).split('\r\n', 1)[0] ?? '';
}

test.each(['TRACE', 'TRACK'])('%s is not answered', async (method) => {
  expect(await statusLine(method)).toMatch(/^HTTP\/1\.1 4/);
});

test.each(['/images/', '/images/uploads/', '/assets/'])('%s is not a listing', async (path) => {
  expect((await t.client().send(path)).status).toBe(404);
});
