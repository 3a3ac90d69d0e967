import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerFirst } from '../answer-first.ts';
import { labelOf, noteRoute } from '../request-label.ts';
import { inTrace, type RequestTrace, type Tracing } from '../tracing/scope.ts';
import { traceparent } from '../tracing/traceparent.ts';
import type { RequestTally } from './request-tally.ts';

/** Counts and traces each request, whoever answers it: many are answered before Fastify sees them. */
export function watchRequests(app: FastifyInstance, tally: RequestTally, tracing: Tracing | null): void {
  // Without a promise: it is one of the few things that each request does.
  app.addHook('onRequest', ({ raw, routeOptions }, _, done) => {
    noteRoute(raw, routeOptions.url);
    done();
  });
  answerFirst(app, (request, response, rest) => {
    const startedAt = performance.now();
    const trace = tracing?.begin(request) ?? givenTrace(request);
    if (trace) inTrace(trace, rest);
    else rest();
    const over = () => ended({ request, response, startedAt, trace });
    // What is kept has been answered already: waiting for the end would take longer than the answer.
    if (response.writableEnded) over();
    else response.once('close', over);
  });

  interface Watched {
    request: IncomingMessage;
    response: ServerResponse;
    startedAt: number;
    trace: RequestTrace | null;
  }

  function ended({ request, response, startedAt, trace }: Watched): void {
    const label = labelOf(request);
    const status = response.headersSent ? response.statusCode : 0;
    const seconds = (performance.now() - startedAt) / 1000;
    tally.note(label, status, label.kind === 'stream' ? null : seconds);
    trace?.end(label, status);
  }
}

/** Of a request that belongs to a trace which is not recorded here: the log says which. */
function givenTrace({ headers }: IncomingMessage): RequestTrace | null {
  const given = traceparent(headers.traceparent);
  return given && { traceId: given.traceId, begin: () => null, end: () => undefined };
}
