import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutboxMail } from '@lantern/db/models/outbox-mail';
import pLimit from 'p-limit';
import { type InvoiceServices, issueDueInvoices } from '../invoices/issue.ts';
import type { DocumentPrinter } from '../invoices/pdf/printer.ts';
import { bringsDocument, composeMail } from '../mail/compose.ts';
import { readWordings, type Wording, type WordingOf } from '../mail/wording.ts';
import type { WriterServices } from '../mail/writer.ts';
import { SECOND_MS } from '../shared/dates.ts';
import { LoopLoad } from '../shared/loop-load.ts';
import { orAborted } from '../shared/or-aborted.ts';
import { untilAborted } from '../shared/until-aborted.ts';
import { attachmentsOf, pictureFile } from './attachments.ts';
import { claimMails, dueMails, giveBack, markFailed, markSent, type RetryPlan, retryPlan } from './deliveries.ts';
import type { MailTransport } from './transport.ts';

/** How many mails are sent at a time, so that a slow one does not hold up all the others. */
const BATCH = 10;
/**
 * Shoppers go first: mails are sent one at a time, until they are late, or a batch of them takes long. A mail with its invoice takes
 * the processor for longer than a checkout, so as long as shoppers keep the process busy, there are pauses in between.
 */
const PACE: Pace = { lateMs: 10 * SECOND_MS, slowMs: 5 * SECOND_MS, restMs: 200 };
/** Mails alone keep the event loop busy for about half of the time. */
const BUSY = 0.75;
/** How many attempts a mail waits for its document: about ten minutes, in which nothing but an error is in its way. */
const PATIENCE = 3;
const POLL_MS = 5 * SECOND_MS;

/** The mails of a batch are sent all at once if one of them has waited for longer than `lateMs`, or it has taken `slowMs`. */
interface Pace {
  lateMs: number;
  slowMs: number;
  /** The pause after each while the process has much else to do. */
  restMs: number;
}

/** How this store sends mails. */
export interface MailSettings {
  transport: MailTransport;
  /** `Lantern <orders@shop.example>`. */
  from: string;
  /** When failed mails are tried again. */
  plan?: RetryPlan;
  pace?: Pace;
  /** How often mails of other processes, and those to try again, are looked for, in milliseconds. */
  pollMs?: number;
}

interface MailServices extends InvoiceServices, WriterServices {
  printer: DocumentPrinter;
}

/**
 * Sends queued mails until `signal` aborts, and finishes those that it is sending then; what is still being prepared is left to
 * other processes. Every process does: a mail is claimed before it is sent. One whose process ends in between is sent again by
 * another: at least once.
 */
export async function sendMails(services: MailServices, mail: MailSettings, signal: AbortSignal): Promise<void> {
  // Each mail of a batch listens, which Node would take for a leak.
  setMaxListeners(0, signal);
  const load = new LoopLoad();
  let wake = new AbortController();
  // With a reason of its own, no error with a stack is made for each order.
  const onQueued = () => wake.abort('queued');
  services.database.mail.on('queued', onQueued);
  signal.addEventListener('abort', onQueued);
  await untilAborted(services.log, signal, 'the mails to send', async () => {
    while (!signal.aborted) {
      // Before the mails are read, so that none is missed that is queued meanwhile.
      wake = new AbortController();
      const found = await sendBatch(services, mail, load, signal);
      if (found < BATCH && !signal.aborted) {
        await sleep(mail.pollMs ?? POLL_MS, undefined, { signal: wake.signal }).catch(() => undefined);
      }
    }
  });
  services.database.mail.off('queued', onQueued);
  mail.transport.close();
}

/** Returns how many were due. */
async function sendBatch(
  services: MailServices,
  mail: MailSettings,
  load: LoopLoad,
  signal: AbortSignal,
): Promise<number> {
  const due = await dueMails(BATCH);
  if (due.length === 0) return 0;
  // A mail may be quicker than the job that issues what it brings along, and the job's server may have been killed.
  if (due.some(bringsDocument)) await issueDueInvoices(services, signal);
  const wordingOf = await readWordings(due, services);
  const claimed = await claimMails(services, due, mail.plan ?? retryPlan);
  const { lateMs, slowMs, restMs } = mail.pace ?? PACE;
  const isLate = due.some(({ nextAttemptAt }) => Date.now() - nextAttemptAt.getTime() > lateMs);
  const inTurn = pLimit(isLate ? BATCH : 1);
  const hurrying = setTimeout(() => {
    inTurn.concurrency = BATCH;
  }, slowMs);
  const sendAndRest = async (row: OutboxMail) => {
    await sendOne(services, mail, row, wordingOf, signal);
    const mustRest = load.read() > BUSY && inTurn.concurrency === 1;
    if (mustRest) await sleep(restMs, undefined, { signal }).catch(() => undefined);
  };
  const results = await Promise.allSettled(claimed.map((row) => inTurn(() => sendAndRest(row))));
  clearTimeout(hurrying);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return due.length;
}

async function sendOne(
  services: MailServices,
  mail: MailSettings,
  row: OutboxMail,
  wordingOf: WordingOf,
  signal: AbortSignal,
): Promise<void> {
  const { transport, from, plan = retryPlan } = mail;
  let wording: Wording;
  let isLeaving = false;
  try {
    wording = wordingOf(row);
    const content = await contentOf(services, row, wording, signal);
    isLeaving = true;
    await transport.send({ ...content, messageId: messageId(row, from), from, to: row.recipient });
  } catch (error) {
    if (signal.aborted && !isLeaving) return giveBack(services, row);
    services.log.warn({ err: error, mail: row.id }, 'a mail could not be sent');
    return markFailed(services, row, error, plan);
  }
  await markSent(services, row, wording.words);
}

/** What a mail says and brings along. @throws what `signal` was aborted with. */
async function contentOf(services: MailServices, row: OutboxMail, wording: Wording, signal: AbortSignal) {
  signal.throwIfAborted();
  const composed = await composeMail(row, wording, services);
  const attaching = attachmentsOf(services, composed).catch((error: unknown) => {
    if (row.attempts < PATIENCE) throw error;
    services.log.error({ err: error, mail: row.id }, 'a mail leaves without its document');
    return [];
  });
  const attachments = await orAborted(attaching, signal);
  const { subject, html, text, pictures } = composed;
  return { subject, html, text, attachments: [...attachments, ...pictures.map(pictureFile)] };
}

/** Of the row, not of the attempt. */
function messageId({ id, createdAt }: OutboxMail, from: string): string {
  const [host = 'localhost'] = /[^@\s>]+(?=>?\s*$)/.exec(from) ?? [];
  return `<${id}.${createdAt.getTime().toString(36)}@${host}>`;
}
