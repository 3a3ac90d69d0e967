import { setTimeout as sleep } from 'node:timers/promises';
import { activityHead } from '@lantern/api/activity/service';
import type { Follower } from './follower.ts';
import type { Reader } from './settling.ts';

const POLL_MS = 200;
const GIVE_UP_MS = 60_000;

/** Resolves when no money is on its way any more; after a minute all the same, and then the books say so. */
export function allSettled({ query }: Reader): Promise<void> {
  const pending = `SELECT id FROM orders WHERE status = 'pending'
    UNION ALL SELECT id FROM payments WHERE status = 'pending' UNION ALL SELECT id FROM refunds WHERE status = 'due'`;
  return waitUntil(async () => (await query(pending).catch(() => [null])).length === 0);
}

/** Resolves when every follower has seen the newest entry of the log; after a minute all the same. */
export async function caughtUp(followers: Follower[]): Promise<void> {
  const { seq } = await activityHead();
  await waitUntil(async () => followers.every(({ seen }) => (seen.at(-1) ?? 0) >= seq));
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (performance.now() < deadline && !(await isSo())) await sleep(POLL_MS);
}
