import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * The first of `count` neighbouring ports that are free. Below the ports that systems give to outgoing connections: one of
 * those could take it before the server does.
 */
export async function freePort(count = 1) {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const free = await Promise.all(Array.from({ length: count }, (_, n) => isFree(port + n)));
    if (free.every(Boolean)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer().on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
