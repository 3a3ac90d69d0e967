import type { Sessions } from '../auth/sessions.ts';
import type { Viewer } from '../auth/viewer.ts';
import { SECOND_MS } from '../shared/dates.ts';
import type { Logger } from '../shared/logger.ts';
import { ShopError } from '../shared/shop-error.ts';

const MAX_STREAMS_A_USER = 5;

/** Why streams end at a shutdown. Thrown on, it closes the line without a goodbye: the client comes back elsewhere. */
export const SHUTDOWN = new DOMException('The server is going down.', 'AbortError');

/** One open stream: `signal` says when it must end; leaving the scope gives its place back. */
export interface OpenStream extends Disposable {
  signal: AbortSignal;
}

interface Place {
  viewer: Viewer;
  end: AbortController;
}

/**
 * The streams that admins have open at this process. Each ends as soon as its session, or its user's
 * role, no longer allows it: all of them are checked together once a second, and when a user changes.
 */
export class AdminStreams {
  readonly #open = new Set<Place>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly log: Logger,
    private readonly checkEveryMs = SECOND_MS,
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.check(), this.checkEveryMs);
  }

  /** Ends all of them, so that clients go on at another server. */
  stop(): void {
    clearInterval(this.#timer);
    for (const { end } of this.#open) end.abort(SHUTDOWN);
  }

  /** Takes a place for a stream. @throws {ShopError} TOO_MANY_REQUESTS `too_many_streams`. */
  open(viewer: Viewer, request: AbortSignal | undefined): OpenStream {
    const own = [...this.#open].filter((place) => place.viewer.id === viewer.id);
    if (own.length >= MAX_STREAMS_A_USER) {
      const message = `At most ${MAX_STREAMS_A_USER} live views at once. Please close one of them first.`;
      throw new ShopError('TOO_MANY_REQUESTS', message, { reason: 'too_many_streams' });
    }
    const place: Place = { viewer, end: new AbortController() };
    this.#open.add(place);
    const signals = request ? [request, place.end.signal] : [place.end.signal];
    return {
      signal: AbortSignal.any(signals),
      [Symbol.dispose]: () => this.#open.delete(place),
    };
  }

  /** Ends the streams of whoever may no longer see them. */
  async check(): Promise<void> {
    if (this.#open.size === 0) return;
    const places = [...this.#open];
    try {
      const allowed = await this.sessions.stillAdmin([...new Set(places.map(({ viewer }) => viewer.sessionId))]);
      for (const { viewer, end } of places)
        if (!allowed.has(viewer.sessionId)) end.abort(new Error('No longer an admin.'));
    } catch (error) {
      this.log.error({ err: error }, 'open streams could not be checked');
    }
  }
}
