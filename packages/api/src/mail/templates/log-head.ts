import { z } from 'zod';
import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';

/** The end of the activity log at some time, and who says so. */
export const signedHead = z.object({
  /** The store's origin. */
  shop: z.string(),
  /** The number of the newest entry, and its hash in hex. */
  seq: z.number().int(),
  hash: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Ed25519, in base64; null from a store without a key. */
  signature: z.string().nullable(),
  /** The key that the signature can be checked with: SPKI, DER, in base64. */
  publicKey: z.string().nullable(),
});
export type SignedHead = z.output<typeof signedHead>;

/** To whoever keeps the heads of the activity log; the file is what they keep. */
export const logHead = template({
  schema: signedHead,
  occasion: 'When the head of the activity log is sent on, once a day, if that is set up.',
  example: {
    shop: 'https://shop.example',
    seq: 1042,
    hash: '5f'.repeat(32),
    at: '2026-11-29T06:00:00.000Z',
    signature: null,
    publicKey: null,
  },
  values: ({ seq, at }, { formatNumber, formatDay }) => ({
    entries: formatNumber(seq),
    day: formatDay(at.slice(0, '2026-11-29'.length)),
  }),
  blocks: ({ hash, signature }, { words: { mails } }) => [
    paragraph(mails.log_head.hash(hash)),
    ...(signature === null ? [paragraph(mails.log_head.unsigned)] : []),
  ],
  file: (head) => ({
    filename: `log-head-${head.seq}.json`,
    contentType: 'application/json',
    content: Buffer.from(`${JSON.stringify(head)}\n`),
  }),
});
