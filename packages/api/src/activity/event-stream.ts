import type { ActivityFeed } from './feed.ts';
import { SHUTDOWN } from './streams.ts';
import type { ActivityView } from './view.ts';

/** Pings keep an idle stream alive; a client that receives nothing for so long reconnects. */
export const sse = {
  ping: { enabled: true, intervalMs: 5000 },
  client: { reconnectAfterInactivityMs: 15_000 },
};

const CONNECTED = Buffer.from(`event: connected\ndata: ${JSON.stringify(sse.client)}\n\n\n`);
const PING = Buffer.from('event: ping\ndata: \n\n\n');
const RETURN = Buffer.from('event: return\ndata: \n\n\n');

/** Entries in memory are the same objects for all followers, so each is serialized once. */
const events = new WeakMap<ActivityView, Buffer>();

function eventOf(entry: ActivityView): Buffer {
  const known = events.get(entry);
  if (known) return known;
  const event = Buffer.from(`data: ${JSON.stringify(entry)}\nid: ${entry.seq}\n\n\n`);
  events.set(entry, event);
  return event;
}

/**
 * Every entry after `seq`, once and in order, until `signal` aborts: as the server-sent events that tRPC makes of the
 * subscription, but without its four streams for each follower.
 */
export async function* eventStream(
  feed: ActivityFeed,
  seq: number,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
  yield CONNECTED;
  for (let seen = seq; !signal.aborted; ) {
    const entries = await feed.read(seen);
    for (const entry of entries) {
      if (signal.aborted) break;
      yield eventOf(entry);
      seen = entry.seq;
    }
    if (entries.length === 0 && !(await feed.waitForMore(seen, signal, sse.ping.intervalMs))) yield PING;
  }
  // Without an end, the client reconnects, to another server.
  if (signal.reason !== SHUTDOWN) yield RETURN;
}
