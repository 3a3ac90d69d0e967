import type { WithDatabase } from '@lantern/db/database';
import { ActivityHead } from '@lantern/db/models/activity-head';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { type SignedHead, signedHead } from '../mail/templates/log-head.ts';
import { queueMail } from '../outbox/queue.ts';
import { DAY_MS } from '../shared/dates.ts';
import type { HeadSigner } from './head-signer.ts';

const KIND = 'log_head';

/** Where the log's head goes, and who vouches for it. */
export interface AnchorSettings {
  /** A mail address, or the URL that it is posted to; null if it stays in the store. */
  recipient: string | null;
  /** Null if heads are not signed. */
  signer: HeadSigner | null;
}

export interface AnchorServices {
  anchor: AnchorSettings;
  /** The store's origin, which heads name. */
  storeUrl: string;
}

/** What tells readers whether the log's head is sent on. */
export interface AnchorView {
  /** Whether heads are sent anywhere. */
  isSent: boolean;
  /** Of the key that heads are signed with; null without one. */
  fingerprint: string | null;
  /** The newest head that has left, and when: ISO 8601, UTC. Null if none has. */
  lastSent: { seq: number; hash: string; at: string } | null;
}

/** The statement of the store about an end of its log. */
export function stateHead({ anchor, storeUrl }: AnchorServices, { seq, hash }: Pick<SignedHead, 'seq' | 'hash'>) {
  const head = { shop: storeUrl, seq, hash, at: new Date().toISOString() };
  return anchor.signer?.sign(head) ?? { ...head, signature: null, publicKey: null };
}

/**
 * Queues the log's head for whoever keeps it, once a day, however many servers do. It leaves through the outbox, and so
 * survives a crash and is tried again. Returns whether one was queued.
 */
export async function sendHead(services: AnchorServices & WithDatabase): Promise<boolean> {
  const { recipient } = services.anchor;
  if (recipient === null || (await isRecent())) return false;
  return services.database.transaction(async () => {
    // Servers that get here at the same time queue one head, since they pass this lock one after the other.
    const head = await ActivityHead.findByPk(1, { lock: true, rejectOnEmpty: true });
    if (await isRecent()) return false;
    await queueMail(KIND, { email: recipient, language: null }, stateHead(services, head));
    return true;
  });
}

/** Whether heads are sent on, and which was the last. */
export async function viewAnchor({ anchor: { recipient, signer } }: AnchorServices): Promise<AnchorView> {
  const mail = await newestHead({ status: 'sent' });
  const { seq, hash } = mail ? signedHead.parse(mail.data) : { seq: 0, hash: '' };
  return {
    isSent: recipient !== null,
    fingerprint: signer?.fingerprint ?? null,
    lastSent: mail?.sentAt ? { seq, hash, at: mail.sentAt.toISOString() } : null,
  };
}

async function isRecent(): Promise<boolean> {
  const mail = await newestHead();
  return mail !== null && mail.createdAt.getTime() > Date.now() - DAY_MS;
}

/** An index finds those that are about no order by their kind. */
function newestHead(where: { status?: 'sent' } = {}): Promise<OutboxMail | null> {
  return OutboxMail.findOne({ where: { about: null, kind: KIND, ...where }, order: [['id', 'DESC']], raw: true });
}
