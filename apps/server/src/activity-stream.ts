import { Readable } from 'node:stream';
import { eventStream } from '@lantern/api/activity/event-stream';
import { streamInput } from '@lantern/api/activity/schema';
import { activityHead } from '@lantern/api/activity/service';
import type { RequestContext } from '@lantern/api/trpc';
import type { FastifyReply, FastifyRequest } from 'fastify';

const PATH = 'admin.activity.stream';

/** As of tRPC's streams. */
const headers = {
  'cache-control': 'no-cache, no-transform',
  connection: 'keep-alive',
  'content-type': 'text/event-stream',
  vary: 'trpc-accept, accept',
  'x-accel-buffering': 'no',
};

/**
 * Answers a request for the stream of the activity log, if it is one that may be answered; false if it is left to tRPC,
 * which knows how to refuse. A thousand admins may follow the log, and tRPC's own streams would cost ten times as much.
 */
export async function sendActivityStream(
  request: FastifyRequest<{ Params: { path: string } }>,
  reply: FastifyReply,
  contextOf: () => RequestContext,
): Promise<boolean> {
  if (request.params.path !== PATH || request.method !== 'GET') return false;
  const stream = await openStream(request, reply, contextOf()).catch(() => null);
  if (!stream) return false;
  void reply.headers(headers).send(stream);
  return true;
}

/** Null, or an error, if it is refused. */
async function openStream(
  request: FastifyRequest,
  reply: FastifyReply,
  { services, ip, viewer }: RequestContext,
): Promise<Readable | null> {
  const input = inputOf(request);
  if (!input) return null;
  const gone = new AbortController();
  // Who leaves while they wait must not keep a slot.
  reply.raw.once('close', () => gone.abort());
  const user = await viewer();
  if (user?.role !== 'admin') return null;
  await services.requestLimits.take('read', ip);
  const after = input.lastEventId ?? (await activityHead()).seq;
  const slot = await services.streams.open(user, gone.signal);
  const free = () => slot[Symbol.dispose]();
  if (gone.signal.aborted) free();
  else gone.signal.addEventListener('abort', free);
  return Readable.from(eventStream(services.feed, after, slot.signal), { objectMode: false });
}

/** The input as tRPC reads it: a browser that reconnects sends the last event's id in a header. */
function inputOf({ query, headers }: FastifyRequest) {
  const { input, lastEventId, 'Last-Event-Id': other, ...unknown } = Object(query);
  const id = headers['last-event-id'] ?? lastEventId ?? other;
  if ('batch' in unknown || 'trpc-accept' in headers) return null;
  const given = input === undefined ? {} : JSON.parse(input);
  return streamInput.safeParse(id ? { ...given, lastEventId: id } : given).data ?? null;
}
