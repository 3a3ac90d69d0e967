import { EventEmitter, once } from 'node:events';
import type { Database } from '@lantern/db/database';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import type { Logger } from '../shared/logger.ts';
import { activityHead } from './service.ts';
import { type ActivityView, viewEntry } from './view.ts';

const BATCH = 500;
const KEPT = 1000;
/** How soon a change that another server made is noticed, at the latest. */
const LOOK_EVERY_MS = 500;

/**
 * This process's window on the end of the activity log. However many follow it, the database is asked
 * once: at every commit of this process, and twice a second for what other servers have written.
 */
export class ActivityFeed {
  /** The newest entries, oldest first, without gaps. */
  #recent: ActivityView[] = [];
  #head: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #lookAgain = false;
  readonly #growth = new EventEmitter<{ growth: [] }>();

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {
    // Everybody who waits is one listener.
    this.#growth.setMaxListeners(0);
  }

  /** How many sleep until there is more to read. */
  get waiting(): number {
    return this.#growth.listenerCount('growth');
  }

  /** Begins to watch. */
  start(): void {
    this.database.activity.on('written', this.#look);
    this.#timer = setInterval(this.#look, LOOK_EVERY_MS);
    this.#look();
  }

  /** Stops watching, and ends the look that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.database.activity.off('written', this.#look);
    await this.#looking;
  }

  /** Resolves when there is something to read after `seq`, or when `signal` says that nobody waits any more. */
  async beyond(seq: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (this.#head === null || this.#head <= seq)) {
      // Unlike a race with a promise that stays, it leaves no listener behind on either of them.
      await once(this.#growth, 'growth', { signal }).catch(() => undefined);
    }
  }

  /** The entries right after `seq`, oldest first, a batch at most; from memory where it reaches back that far. */
  async read(seq: number): Promise<ActivityView[]> {
    const [first] = this.#recent;
    if (first && first.seq <= seq + 1) return this.#recent.slice(seq + 1 - first.seq, seq + 1 - first.seq + BATCH);
    if (this.#head !== null && seq >= this.#head) return [];
    return readAfter(seq);
  }

  /** Arrow and not method: it is handed out as a listener. */
  readonly #look = (): void => {
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = this.#catchUp()
      .catch((error: unknown) => this.log.error({ err: error }, 'the activity log could not be read'))
      .finally(() => {
        this.#looking = null;
        if (!this.#lookAgain) return;
        this.#lookAgain = false;
        this.#look();
      });
  };

  async #catchUp(): Promise<void> {
    if (this.#head === null) {
      this.#head = (await activityHead()).seq;
      this.#growth.emit('growth');
    }
    for (;;) {
      const entries = await readAfter(this.#head);
      for (const entry of entries) {
        // The log has no gaps: whatever a reader should see behind one is not there yet for them.
        if (entry.seq !== this.#head + 1) return;
        this.#head = entry.seq;
        this.#recent.push(entry);
      }
      if (entries.length === 0) return;
      if (this.#recent.length > KEPT) this.#recent.splice(0, this.#recent.length - KEPT);
      this.#growth.emit('growth');
    }
  }
}

async function readAfter(seq: number): Promise<ActivityView[]> {
  const rows = await ActivityEntry.findAll({
    where: { seq: { [Op.gt]: seq } },
    order: [['seq', 'ASC']],
    limit: BATCH,
    raw: true,
  });
  return rows.map(viewEntry);
}

/**
 * Every entry after `seq`, once and in order, for as long as `signal` allows; between them it sleeps.
 * It reads only when it is asked for more, so a slow reader keeps the log waiting and not the memory.
 */
export async function* followActivity(
  feed: ActivityFeed,
  seq: number,
  signal: AbortSignal,
): AsyncGenerator<ActivityView, void, void> {
  for (let seen = seq; !signal.aborted; ) {
    const entries = await feed.read(seen);
    for (const entry of entries) {
      if (signal.aborted) return;
      yield entry;
      seen = entry.seq;
    }
    if (entries.length === 0) await feed.beyond(seen, signal);
  }
}
