import { createHash } from 'node:crypto';
import type { FieldChange } from '../base/field-change.ts';

/** The previous hash of the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** The hashed content of an entry: every column except the hash itself. */
export interface HashedEntry {
  seq: number;
  at: Date;
  actorId: number | null;
  actorEmail: string;
  action: string;
  entityType: string;
  entityId: string;
  entityLabel: string;
  changes: FieldChange[];
  requestId: string | null;
  ip: string | null;
  previousHash: string;
}

/**
 * What of an entry is hashed: JSON, in UTF-8. Arrays rather than objects, because not every database preserves the
 * order of an object's keys.
 */
export function hashedText(entry: HashedEntry): string {
  const { seq, at, actorId, actorEmail, action, entityType, entityId, entityLabel } = entry;
  const changes = entry.changes.map(({ field, before, after }) => [field, before, after]);
  const content = [seq, at.toISOString(), actorId, actorEmail, action, entityType, entityId, entityLabel, changes];
  return JSON.stringify([...content, entry.requestId, entry.ip, entry.previousHash]);
}

/** SHA-256 of an entry and the previous hash, in hex. */
export function hashOf(entry: HashedEntry): string {
  return createHash('sha256').update(hashedText(entry)).digest('hex');
}
