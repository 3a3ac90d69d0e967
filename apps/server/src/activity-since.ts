import { existsSync, readFileSync } from 'node:fs';
import { type Continuation, continuationOf, type KeptHead } from '@lantern/api/activity/continues';
import { fingerprintOf, isSignedWith } from '@lantern/api/activity/head-signer';
import { type SignedHead, signedHead } from '@lantern/api/mail/templates/log-head';
import { givenPath } from './backup/command.ts';

interface Verdict {
  continues: boolean;
  /** A sentence about it: by which key it is known, or what is wrong. */
  said: string;
}

/**
 * Whether the log continues from a head that was kept.
 * @param given the head as `142:5f3a…`, or the file that was sent.
 * @param trusted the fingerprints of the store's keys, of now and of earlier: if there are any, the file must be signed
 * with one of them, since anybody can make a file.
 */
export async function sinceHead(given: string, trusted: readonly string[]): Promise<Verdict> {
  const kept = existsSync(givenPath(given)) ? keptIn(given, trusted) : headOf(given);
  if (typeof kept === 'string') return { continues: false, said: kept };
  const { head, known } = kept;
  const said: Record<Continuation, string> = {
    continues: `It continues from ${given}${known}.`,
    rewritten: `Entry ${head.seq} is another one than the kept head names: the log was rewritten.`,
    cut_off: `The log was cut off: it no longer has entry ${head.seq} of the kept head.`,
  };
  const continuation = await continuationOf(head);
  return { continues: continuation === 'continues', said: said[continuation] };
}

/** A kept head, and how it is known for one of the store: the end of a sentence. */
interface Kept {
  head: KeptHead;
  known: string;
}

function headOf(given: string): Kept | string {
  const [, seq, hash] = /^(\d{1,10}):([\da-f]{64})$/.exec(given) ?? [];
  if (seq === undefined || hash === undefined) return `${given} is neither a file nor a head such as 142:5f3a….`;
  return { head: { seq: Number(seq), hash }, known: '' };
}

function keptIn(file: string, trusted: readonly string[]): Kept | string {
  const { success, data: head } = signedHead.safeParse(jsonIn(file));
  if (!success) return `${file} is not a head of an activity log.`;
  if (trusted.length === 0) {
    return { head, known: ', whose signature was not checked: there is no key to check it with' };
  }
  return signatureFault(file, head, trusted) ?? { head, known: `, which was signed with ${signerOf(head)}` };
}

const signerOf = ({ publicKey }: SignedHead) => fingerprintOf(publicKey ?? '');

function signatureFault(file: string, head: SignedHead, trusted: readonly string[]): string | null {
  const { signature, publicKey } = head;
  if (signature === null || publicKey === null) return `${file} is not signed.`;
  if (!trusted.includes(signerOf(head))) {
    const advice = 'If you know that for an earlier key of the store, name it: --key FINGERPRINT.';
    return `${file} was signed with another key than this store's: ${signerOf(head)}. ${advice}`;
  }
  return isSignedWith(head, publicKey) ? null : `The signature of ${file} is wrong: it was altered.`;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(givenPath(file), 'utf8'));
  } catch {
    return undefined;
  }
}
