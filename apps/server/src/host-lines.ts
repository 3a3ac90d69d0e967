import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerFirst } from './answer-first.ts';

/**
 * Refuses requests with several Host lines, as RFC 9112 section 3.2 demands: Node takes the first, while a proxy in front
 * may take another. Install it last, so that nothing answers before it; nothing else on the connection is read.
 */
export function refuseSeveralHosts(app: FastifyInstance): void {
  answerFirst(app, (request, response, rest) => {
    // As Node itself answers a request without one.
    if (hasSeveralHosts(request))
      return void response.writeHead(400, { connection: 'close', 'cache-control': 'no-store' }).end();
    rest();
  });
}

/** By the lines as they came, names and values in turn: `headersDistinct` would make an array of each, for every request. */
function hasSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}
