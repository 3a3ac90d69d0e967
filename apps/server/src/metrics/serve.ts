import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerFirst } from '../answer-first.ts';
import { mayReadMetrics } from './guard.ts';

interface MetricsOptions {
  /** What whoever asks must know; null if whoever asks from this machine may. */
  token: string | null;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

const PATH = /^\/metrics(?:\?|$)/;

/**
 * Serves the figures of the process at /metrics, before anything else sees the request: an overloaded server must tell how it
 * is. For whoever may not read them there is no such address.
 */
export function serveMetrics(app: FastifyInstance, { token, text }: MetricsOptions): void {
  answerFirst(app, (request, response, rest) => {
    if (isForMetrics(request) && mayReadMetrics(request, token)) {
      text().then(
        (figures) => send(app, response, figures),
        (error: unknown) => {
          app.log.error({ err: error }, 'the metrics could not be read');
          response.writeHead(500, { 'cache-control': 'no-store' }).end();
        },
      );
      return;
    }
    rest();
  });
}

const isForMetrics = ({ method, url = '' }: IncomingMessage) => method === 'GET' && PATH.test(url);

function send({ server }: FastifyInstance, response: ServerResponse, figures: string): void {
  response
    .writeHead(200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'content-length': Buffer.byteLength(figures),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Once it is closing: see `closeGracefully`.
      ...(!server.listening && { connection: 'close' }),
    })
    .end(figures);
}
