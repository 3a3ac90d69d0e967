import type { Sessions } from '../sessions/sessions.ts';
import type { Viewer } from '../sessions/viewer.ts';
import { SECOND_MS } from '../shared/dates.ts';
import type { Logger } from '../shared/logger.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { Leases } from '../shared-state/leases.ts';

const MAX_STREAMS_PER_USER = 5;

/** Ends streams at shutdown. Rethrown, it closes the connection without an end event, so clients reconnect elsewhere. */
export const SHUTDOWN = new DOMException('The server is shutting down.', 'AbortError');

/** One open stream: `signal` aborts when it must end; disposing of it frees its slot. */
export interface OpenStream extends Disposable {
  signal: AbortSignal;
}

interface Slot {
  viewer: Viewer;
  end: AbortController;
}

/**
 * The streams that admins have open at this process. Each ends as soon as its session, or its user's
 * role, no longer allows it: all of them are checked together once a second, and when a user changes.
 */
export class AdminStreams {
  readonly #open = new Set<Slot>();
  #timer: NodeJS.Timeout | undefined;
  #hasStopped = false;

  constructor(
    private readonly sessions: Sessions,
    private readonly log: Logger,
    private readonly slots: Leases,
    private readonly checkEveryMs = SECOND_MS,
  ) {}

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  start(): void {
    this.#timer = setInterval(() => void this.check(), this.checkEveryMs);
  }

  /** Ends all streams, and those to come: their clients reconnect, in the end to another server. */
  stop(): void {
    this.#hasStopped = true;
    clearInterval(this.#timer);
    for (const { end } of this.#open) end.abort(SHUTDOWN);
  }

  /** Takes a slot for a stream, of those that a user has at all servers. @throws {ShopError} TOO_MANY_REQUESTS `too_many_streams`. */
  async open(viewer: Viewer, request: AbortSignal | undefined): Promise<OpenStream> {
    const own = [...this.#open].filter((slot) => slot.viewer.id === viewer.id);
    if (own.length >= MAX_STREAMS_PER_USER) throw tooMany();
    const slot: Slot = { viewer, end: new AbortController() };
    // Before it is waited for, so that it counts for those who come meanwhile, and ends with the others.
    this.#open.add(slot);
    const lease = await this.slots.take(String(viewer.id), MAX_STREAMS_PER_USER);
    if (!lease) {
      this.#open.delete(slot);
      throw tooMany();
    }
    // Over a connection that a draining server has not ended yet.
    if (this.#hasStopped) slot.end.abort(SHUTDOWN);
    const signals = request ? [request, slot.end.signal] : [slot.end.signal];
    return {
      signal: AbortSignal.any(signals),
      [Symbol.dispose]: () => {
        this.#open.delete(slot);
        lease[Symbol.dispose]();
      },
    };
  }

  /** Ends the streams of users who may no longer see them. */
  async check(): Promise<void> {
    if (this.#open.size === 0) return;
    const slots = [...this.#open];
    try {
      const allowed = await this.sessions.stillAdmin([...new Set(slots.map(({ viewer }) => viewer.sessionId))]);
      for (const { viewer, end } of slots)
        if (!allowed.has(viewer.sessionId)) end.abort(new Error('No longer an admin.'));
    } catch (error) {
      this.log.error({ err: error }, 'open streams could not be checked');
    }
  }
}

function tooMany(): ShopError {
  const message = `At most ${MAX_STREAMS_PER_USER} live views at once. Please close one of them first.`;
  return new ShopError('TOO_MANY_REQUESTS', message, { reason: 'too_many_streams' });
}
