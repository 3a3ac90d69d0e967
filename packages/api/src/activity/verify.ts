import { setImmediate as nextTurn } from 'node:timers/promises';
import { GENESIS_HASH, hashOf } from '@lantern/db/activity/chain';
import { isUnreadable } from '@lantern/db/dialect/unreadable';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import { z } from 'zod';
import { activityHead } from './service.ts';

/** Small enough that hashing a batch does not block other requests. */
const BATCH = 200;

export interface Verdict {
  ok: boolean;
  /** How many entries were found intact. */
  checked: number;
  /** The number of the first altered, missing or misplaced entry; null if there is none. */
  firstBroken: number | null;
}

/** Recomputes the hash chain of the whole log, from the first entry to the recorded head. */
export async function verifyActivity(): Promise<Verdict> {
  // Entries written from now on are not part of this verification.
  const head = await activityHead();
  let previousHash = GENESIS_HASH;
  let checked = 0;
  const broken = (): Verdict => ({ ok: false, checked, firstBroken: checked + 1 });
  for (let limit = BATCH; ; ) {
    const entries = await ActivityEntry.findAll({
      where: { seq: { [Op.lte]: head.seq, ...(checked > 0 && { [Op.gt]: checked }) } },
      order: [['seq', 'ASC']],
      limit,
      raw: true,
    }).catch(orUnreadable);
    if (entries === null) {
      if (limit === 1) return broken();
      // One by one, up to the one that cannot be read.
      limit = 1;
      continue;
    }
    for (const entry of entries) {
      const inPlace = entry.seq === checked + 1 && entry.previousHash === previousHash;
      if (!inPlace || !isHashable(entry) || hashOf(entry) !== entry.hash) return broken();
      previousHash = entry.hash;
      checked = entry.seq;
    }
    if (entries.length < limit) break;
    await nextTurn();
  }
  // The chain must reach the recorded head.
  if (checked !== head.seq || previousHash !== head.hash) return broken();
  return { ok: true, checked, firstBroken: null };
}

const hashable = z.object({ at: z.date(), changes: z.array(z.object({})) });

/** Whoever writes past the store can write any JSON, and into SQLite any text for a time: of those there is no hash. */
function isHashable(entry: ActivityEntry): boolean {
  return hashable.safeParse(entry).success;
}

function orUnreadable(error: unknown): null {
  if (isUnreadable(error)) return null;
  throw error;
}

let running: Promise<Verdict> | undefined;
let next: Promise<Verdict> | undefined;

/**
 * Verifies the log, one pass at a time: calls that arrive during a pass share the next one, so that each
 * covers all entries written before its call.
 */
export function verifyInTurn(): Promise<Verdict> {
  if (!running) {
    running = verifyActivity().finally(() => {
      running = undefined;
    });
    return running;
  }
  next ??= running
    .catch(() => undefined)
    .then(() => {
      next = undefined;
      return verifyInTurn();
    });
  return next;
}
