import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Acceptors } from './acceptors.ts';

/** How long an idle keep-alive connection may still send a request. */
const GRACE_MS = 2000;
const POLL_MS = 25;

/**
 * Makes a closing server accept no new connections and end existing ones without losing requests: after a
 * response with `Connection: close`. An idle connection may have a request in transit, so it is not ended at once.
 */
export function closeGracefully(app: FastifyInstance, acceptors: Acceptors): void {
  let closing = false;
  app.addHook('onSend', (_, reply, __, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
  app.addHook('preClose', async () => {
    closing = true;
    if (!app.server.listening) return;
    acceptors.close();
    const deadline = Date.now() + GRACE_MS;
    while (Date.now() < deadline && (await acceptors.connections()) > 0) await sleep(POLL_MS);
    app.server.closeIdleConnections();
  });
  // Fastify waits for connections of its own server alone.
  app.addHook('onClose', () => acceptors.ended());
}
