import { ActivityEntry } from '@lantern/db/models/activity-entry';
import type { SignedHead } from '../mail/templates/log-head.ts';

/** A head that was kept outside of the store. */
export type KeptHead = Pick<SignedHead, 'seq' | 'hash'>;

/** What has become of the entry of a kept head: it is there, another one is in its place, or none is. */
export type Continuation = 'continues' | 'rewritten' | 'cut_off';

/**
 * Whether the log still has the entry that was its end when the head was kept. With a log that verifies, everything
 * before that entry is as it was then, too.
 */
export async function continuationOf({ seq, hash }: KeptHead): Promise<Continuation> {
  // Nothing precedes the first entry.
  if (seq === 0) return 'continues';
  const entry = await ActivityEntry.findByPk(seq, { attributes: ['hash'], raw: true });
  if (!entry) return 'cut_off';
  return entry.hash === hash ? 'continues' : 'rewritten';
}
