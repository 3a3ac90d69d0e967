import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@lantern/db/database';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import type { Logger } from '../shared/logger.ts';
import { Wakeups } from '../shared/wakeups.ts';
import { activityHead } from './service.ts';
import { type ActivityView, viewEntry } from './view.ts';
import { Waiters } from './waiters.ts';

const BATCH = 500;
const MAX_RECENT = 1000;
/** The longest delay until another server's change is noticed. */
const POLL_INTERVAL_MS = 500;
/** When an entry is looked for again that another server has written, but that this one's database does not have yet. */
const LOOK_AGAIN_MS = [5, 10, 20, 40, 80, 160];

/**
 * This process's view of the end of the activity log. However many followers there are, the database is
 * queried once: at every commit of this process, when another one says that it has committed, and twice a second in any case.
 */
export class ActivityFeed {
  /** The newest entries, oldest first, without gaps. */
  #recent: ActivityView[] = [];
  #head: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> | null = null;
  #pollAgain = false;
  /** The newest entry that another server has told of. */
  #told = 0;
  readonly #waiters = new Waiters();

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
    private readonly wakeups = new Wakeups(),
  ) {}

  /** How many followers are waiting for new entries. */
  get waiting(): number {
    return this.#waiters.size;
  }

  /** Starts polling. */
  start(): void {
    this.database.activity.on('written', this.#poll);
    this.wakeups.on('activity', this.#lookFor);
    this.#timer = setInterval(this.#poll, this.wakeups.pollMs ?? POLL_INTERVAL_MS);
    this.#poll();
  }

  /** Stops polling, and waits for a poll in progress. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.database.activity.off('written', this.#poll);
    this.wakeups.off('activity', this.#lookFor);
    // Whoever looks for an entry gives up.
    this.#told = 0;
    await this.#polling;
  }

  /** Resolves to true when there is an entry after `seq` or `signal` aborts, and to false after `timeoutMs` without. */
  async waitForMore(seq: number, signal: AbortSignal, timeoutMs?: number): Promise<boolean> {
    while (!signal.aborted && (this.#head === null || this.#head <= seq)) {
      if (!(await this.#waiters.wait(signal, timeoutMs))) return false;
    }
    return true;
  }

  /** The next entries after `seq`, oldest first, at most a batch; from memory if they are still there. */
  async read(seq: number): Promise<ActivityView[]> {
    const [first] = this.#recent;
    if (first && first.seq <= seq + 1) return this.#recent.slice(seq + 1 - first.seq, seq + 1 - first.seq + BATCH);
    if (this.#head !== null && seq >= this.#head) return [];
    return readAfter(seq);
  }

  /** An arrow function, not a method, because it is passed as a listener. */
  readonly #poll = (): void => {
    if (this.#polling) {
      this.#pollAgain = true;
      return;
    }
    this.#polling = this.#readNew()
      .catch((error: unknown) => this.log.error({ err: error }, 'the activity log could not be read'))
      .finally(() => {
        this.#polling = null;
        if (!this.#pollAgain) return;
        this.#pollAgain = false;
        this.#poll();
      });
  };

  /** One at a time looks for the newest. */
  readonly #lookFor = async (seq: number): Promise<void> => {
    this.#poll();
    const isLooking = this.#told > 0;
    this.#told = Math.max(this.#told, seq);
    if (isLooking) return;
    for (const pause of LOOK_AGAIN_MS) {
      await this.#polling;
      if ((this.#head ?? 0) >= this.#told) break;
      await sleep(pause);
      if (this.#told > 0) this.#poll();
    }
    this.#told = 0;
  };

  async #readNew(): Promise<void> {
    if (this.#head === null) {
      this.#head = (await activityHead()).seq;
      void this.#waiters.wakeAll();
    }
    for (;;) {
      const entries = await readAfter(this.#head);
      for (const entry of entries) {
        // The log has no gaps: an entry after an apparent gap is not readable yet.
        if (entry.seq !== this.#head + 1) return;
        this.#head = entry.seq;
        this.#recent.push(entry);
      }
      if (entries.length === 0) return;
      if (this.#recent.length > MAX_RECENT) this.#recent.splice(0, this.#recent.length - MAX_RECENT);
      void this.#waiters.wakeAll();
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
 * Yields every entry after `seq`, once and in order, until `signal` aborts, and sleeps in between.
 * It reads only when the consumer requests more, so a slow consumer does not fill the memory.
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
    if (entries.length === 0) await feed.waitForMore(seen, signal);
  }
}
