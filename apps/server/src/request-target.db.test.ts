import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';
import { plainWeb } from './testing/plain-web.ts';

/* What a request is for, in every form that HTTP has for it. */

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore({
    web: plainWeb({
      render: async ({ url }) => ({ status: 200, html: `at ${new URL(`http://x${url}`).href}.` }),
    }),
  });
});
afterAll(() => t[Symbol.asyncDispose]());

/** The answer to a request for this; `fetch` only sends paths. */
function answerTo(target: string): Promise<string> {
  const { hostname, port } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${target} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test.each([
  ['/p/mug?sku=1', 'at http://x/p/mug?sku=1.'],
  ['http://evil.example/p/mug?sku=1', 'at http://x/p/mug?sku=1.'],
  ['https://evil.example', 'at http://x/.'],
  ['http://evil.example?a', 'at http://x/?a.'],
  ['http://evil.example//other.example/', 'at http://x//other.example/.'],
  ['http://:99999/', 'at http://x/http://:99999/.'],
  ['*', 'at http://x/*.'],
  ['http://evil.example/healthz', '{"ok":true}'],
])('GET %s is answered as that of its path, not of its host', async (target, body) => {
  const answer = await answerTo(target);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer.slice(answer.indexOf('\r\n\r\n') + 4)).toBe(body);
});
