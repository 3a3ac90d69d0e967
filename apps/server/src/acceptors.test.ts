import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Acceptors } from './acceptors.ts';

const CROWD = 64;

async function listening() {
  const server = createServer((_, response) => response.end('answer'));
  const acceptors = new Acceptors(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return { server, acceptors, port };
}

/** How many turns of the event loop it takes to accept a crowd that has connected in one. */
async function turnsFor({ server, port }: Awaited<ReturnType<typeof listening>>): Promise<number> {
  let accepted = 0;
  const count = () => void accepted++;
  server.on('connection', count);
  const crowd = Array.from({ length: CROWD }, () => connect(port, '127.0.0.1'));
  let turns = 0;
  for (; accepted < CROWD; turns++) await nextTurn();
  server.off('connection', count);
  for (const client of crowd) client.destroy();
  return turns;
}

test('a crowd is accepted in a few turns of the event loop, instead of one each', async () => {
  const store = await listening();
  expect(await turnsFor(store)).toBeGreaterThanOrEqual(CROWD);
  await store.acceptors.open();
  expect(await turnsFor(store)).toBeLessThan(CROWD / 4);
  store.acceptors.close();
});

test('whoever comes by any of them is answered and counted, and waited for at the end', async () => {
  const { acceptors, port } = await listening();
  await acceptors.open();
  const clients = await Promise.all(
    Array.from({ length: CROWD }, async () => {
      const client = connect(port, '127.0.0.1').setEncoding('utf8');
      client.write('GET / HTTP/1.1\r\nHost: store\r\n\r\n');
      const [answer] = await once(client, 'data');
      expect(answer).toContain('answer');
      return client;
    }),
  );
  expect(await acceptors.connections()).toBe(CROWD);
  acceptors.close();
  let hasEnded = false;
  const ended = acceptors.ended().then(() => {
    hasEnded = true;
  });
  await nextTurn();
  expect(hasEnded).toBe(false);
  for (const client of clients) client.destroy();
  await ended;
  await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
});

test('a server that is closed meanwhile leaves its port', async () => {
  const { acceptors, port } = await listening();
  const opened = acceptors.open();
  acceptors.close();
  await opened;
  await acceptors.ended();
  await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
});
