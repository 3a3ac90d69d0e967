import { setImmediate as nextTurn } from 'node:timers/promises';
import { GENESIS_HASH, hashOf } from '@lantern/db/activity/chain';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import { activityHead } from './service.ts';

/** So few that hashing them holds nobody else up. */
const BATCH = 200;

export interface Verdict {
  ok: boolean;
  /** How many entries were found sound. */
  checked: number;
  /** The number of the first entry that is altered, missing or out of place; null when all is well. */
  firstBroken: number | null;
}

/** Recomputes the hash chain of the whole log, from the first entry to the recorded head. */
export async function verifyActivity(): Promise<Verdict> {
  // Entries that are written from now on are not this call's to judge.
  const head = await activityHead();
  let previousHash = GENESIS_HASH;
  let checked = 0;
  const broken = (): Verdict => ({ ok: false, checked, firstBroken: checked + 1 });
  for (;;) {
    const entries = await ActivityEntry.findAll({
      where: { seq: { [Op.lte]: head.seq, ...(checked > 0 && { [Op.gt]: checked }) } },
      order: [['seq', 'ASC']],
      limit: BATCH,
      raw: true,
    });
    for (const entry of entries) {
      const inPlace = entry.seq === checked + 1 && entry.previousHash === previousHash;
      if (!inPlace || hashOf(entry) !== entry.hash) return broken();
      previousHash = entry.hash;
      checked = entry.seq;
    }
    if (entries.length < BATCH) break;
    await nextTurn();
  }
  // What the head promises must be there.
  if (checked !== head.seq || previousHash !== head.hash) return broken();
  return { ok: true, checked, firstBroken: null };
}

let running: Promise<Verdict> | undefined;
let next: Promise<Verdict> | undefined;

/**
 * The same for whoever asks, one run at a time: all who come during one share the next, which sees what
 * was there when they asked.
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
