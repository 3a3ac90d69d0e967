import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderInvoice } from '@lantern/api/invoices/pdf/render';
import type { PrintedDocument } from '@lantern/api/invoices/printed-document';
import { remote } from '@lantern/api/shared/remote';
import { currency } from '@lantern/text/currency';
import { startThread } from '../start-thread.ts';

/** Enough for one document at a time; the files of fonts are not counted. */
const MAX_MB = 128;
/** Longer than between the mails of a busy store. */
const IDLE_MS = 10_000;

/** Prints documents on a thread that runs while there are some; during development, when nothing is bundled, on this one. */
export function openPrinting(): (document: PrintedDocument) => Promise<Uint8Array> {
  const bundle = new URL('./printing-thread.js', import.meta.url);
  if (!existsSync(fileURLToPath(bundle))) return renderInvoice;
  const start = () => startThread(bundle, currency(), MAX_MB);
  const thread = remote<{ renderInvoice: typeof renderInvoice }>(start, { idleMs: IDLE_MS });
  return ({ number, kind, issuedAt, data }) => thread.renderInvoice({ number, kind, issuedAt, data });
}
