import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from './testing/server-process.ts';

/** A connection that nobody has used for so long may be closed: on a machine that has too much to do. */
const RESTED_MS = 1500;

let folder = '';
let server: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-closing-'));
  server = await startServer(`sqlite:${join(folder, 'store.db')}`);
}, 90_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Sends a request over a keep-alive connection; returns the status, or the code of the error. An overloaded machine's
 * 503 names the time to retry; it is no answer of a server that shuts down.
 */
function send(agent: Agent, path: string): Promise<number | string> {
  return new Promise((resolve) => {
    const request = get(server.url + path, { agent }, (response) => {
      const isOverloaded = response.statusCode === 503 && 'retry-after' in response.headers;
      response.once('end', () => resolve(isOverloaded ? 'overloaded' : (response.statusCode ?? 0))).resume();
    });
    request.once('error', async (error) => {
      const code = 'code' in error ? String(error.code) : error.message;
      // The system takes connections before the server does, and resets those that it has not taken when it stops listening.
      const isNew = code === 'ECONNRESET' && !request.reusedSocket;
      resolve(isNew && (await send(new Agent(), path)) === 'ECONNREFUSED' ? 'ECONNREFUSED' : code);
    });
  });
}

test('a server that shuts down answers all requests on keep-alive connections', async () => {
  const results: (number | string)[] = [];
  const sendRepeatedly = async (pauseMs: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let answeredAt = performance.now(); ; ) {
      const hasRested = performance.now() - answeredAt > RESTED_MS;
      const result = await send(agent, '/trpc/cart.get,catalog.categories?batch=1');
      answeredAt = performance.now();
      if (result === 'ECONNRESET' && hasRested) return agent.destroy();
      // The server has stopped listening: no request was lost, since it did not accept this one.
      if (result === 'ECONNREFUSED') return agent.destroy();
      if (result !== 'overloaded') results.push(result);
      if (typeof result === 'string' && result !== 'overloaded') return agent.destroy();
      await sleep(pauseMs);
    }
  };
  const shoppers = Array.from({ length: 16 }, (_, n) => sendRepeatedly(n * 10));
  while (results.length < 100) await sleep(10);
  server.child.kill('SIGTERM');
  await Promise.all(shoppers);
  expect(await server.ended).toBe(0);
  expect(new Set(results)).toEqual(new Set([200]));
}, 60_000);
