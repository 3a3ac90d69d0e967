import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from './testing/server-process.ts';

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

/** One question over a kept connection: its status, or what became of it. */
function ask(agent: Agent, path: string): Promise<number | string> {
  return new Promise((resolve) => {
    const request = get(server.url + path, { agent }, (response) => {
      response.once('end', () => resolve(response.statusCode ?? 0)).resume();
    });
    request.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  });
}

test('a server that is told to end answers all that is asked over kept connections', async () => {
  const answers: (number | string)[] = [];
  const services = async (pauseMs: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const answer = await ask(agent, '/trpc/cart.get,catalog.categories?batch=1');
      // Gone for good: nothing was lost, since nothing was taken.
      if (answer === 'ECONNREFUSED') return agent.destroy();
      answers.push(answer);
      if (typeof answer === 'string') return agent.destroy();
      await sleep(pauseMs);
    }
  };
  const shoppers = Array.from({ length: 16 }, (_, n) => services(n * 10));
  while (answers.length < 100) await sleep(10);
  server.child.kill('SIGTERM');
  await Promise.all(shoppers);
  expect(await server.ended).toBe(0);
  expect(new Set(answers)).toEqual(new Set([200]));
}, 60_000);
