import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How long a kept connection that is idle may still bring one more request. */
const GRACE_MS = 2000;
const LOOK_MS = 25;

/**
 * A server that closes takes no new connection, and ends the ones it has where no request is lost by
 * it: after an answer that says so. Cut off while idle, a connection may have a request on its way.
 */
export function closeGently(app: FastifyInstance): void {
  let closing = false;
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    closing = true;
    if (!app.server.listening) return;
    // Without what an HTTP server does beside it: ending what is idle, at once.
    NetServer.prototype.close.call(app.server);
    const deadline = Date.now() + GRACE_MS;
    while (Date.now() < deadline && (await openConnections(app)) > 0) await sleep(LOOK_MS);
  });
}

function openConnections({ server }: FastifyInstance): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => resolve(error ? 0 : count));
  });
}
