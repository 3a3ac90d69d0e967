import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Answers a request, or leaves it to the `rest`: whatever was installed before, and Fastify. */
type FirstHandler = (request: IncomingMessage, response: ServerResponse, rest: () => void) => void;

/** Shows every request to `handle` first: Fastify's hooks take longer than some answers. What is installed last comes first. */
export function answerFirst({ server }: FastifyInstance, handle: FirstHandler): void {
  const handlers = server.listeners('request').map((handler) => handler as RequestListener);
  server.removeAllListeners('request');
  server.on('request', (request, response) =>
    handle(request, response, () => {
      for (const handler of handlers) handler(request, response);
    }),
  );
}
