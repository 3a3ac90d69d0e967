import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { afterEach, expect, test } from 'vitest';
import { poorNetwork, Traffic } from './network.ts';

const servers = new Set<ReturnType<typeof createServer>>();
afterEach(() => {
  for (const server of servers) server.close().closeAllConnections();
  servers.clear();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.add(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const at = server.address();
  return typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : '';
}

const networkOf = (origins: string[], traffic = new Traffic(), once: string[] = []) =>
  poorNetwork({ origins: () => origins, traffic, random: mulberry32(7), once, patienceMs: 500 });

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

test('an answer whose end never comes is given up, and another server asked', { tags: 'long' }, async () => {
  const traffic = new Traffic();
  const silent = await serve((_, response) => void response.writeHead(200).write('{"half":'));
  const good = await serve((_, response) => void response.setHeader('set-cookie', ['a=1', 'b=2']).end('{}'));
  let isOver = false;
  const collecting = (async () => {
    for (; !isOver; await sleep(20)) collectGarbage();
  })();
  const fetch = networkOf([silent, good], traffic);
  for (let n = 0; n < 10; n++) {
    const response = await fetch('http://shop/trpc/cart.get', {});
    expect(await response.json()).toEqual({});
    expect(response.url).toBe(`${good}/trpc/cart.get`);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  }
  isOver = true;
  await collecting;
  expect(traffic.repeated).toBeGreaterThan(0);
});

test('what no client should get is kept, and what is sent once is not repeated', async () => {
  const traffic = new Traffic();
  let asked = 0;
  const failing = await serve((_, response) => {
    asked++;
    response.writeHead(500).end('secret');
  });
  const fetch = networkOf([failing], traffic, ['cart.add']);
  await expect(fetch('http://shop/trpc/cart.add', { method: 'POST' })).rejects.toThrow('No answer to /trpc/cart.add.');
  expect(asked).toBe(1);
  expect(traffic.faults).toEqual(['/trpc/cart.add: 500 secret']);
});
