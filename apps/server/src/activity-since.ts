import { existsSync, readFileSync } from 'node:fs';
import { type Continuation, continuationOf, type KeptHead } from '@lantern/api/activity/continues';
import { type HeadSigner, isSignedWith } from '@lantern/api/activity/head-signer';
import { signedHead } from '@lantern/api/mail/templates/log-head';

/**
 * Why the log does not continue from a head that was kept, as a sentence; null if it does.
 * @param given the head as `142:5f3a…`, or the file that was sent.
 * @param signer if there is one, the file must be signed with its key: anybody can make a file.
 */
export async function faultSince(given: string, signer: HeadSigner | null): Promise<string | null> {
  const head = existsSync(given) ? keptIn(given, signer) : headOf(given);
  if (typeof head === 'string') return head;
  const faults: Record<Continuation, string | null> = {
    continues: null,
    rewritten: `Entry ${head.seq} is another one than the kept head names: the log was rewritten.`,
    cut_off: `The log was cut off: it no longer has entry ${head.seq} of the kept head.`,
  };
  return faults[await continuationOf(head)];
}

function headOf(given: string): KeptHead | string {
  const [, seq, hash] = /^(\d{1,10}):([\da-f]{64})$/.exec(given) ?? [];
  if (seq === undefined || hash === undefined) return `${given} is neither a file nor a head such as 142:5f3a….`;
  return { seq: Number(seq), hash };
}

function keptIn(file: string, signer: HeadSigner | null): KeptHead | string {
  const { success, data } = signedHead.safeParse(jsonIn(file));
  if (!success) return `${file} is not a head of an activity log.`;
  if (signer && !isSignedWith(data, signer.publicKey)) return `${file} was not signed with this store's key.`;
  return data;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
