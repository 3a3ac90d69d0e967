import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { renderInvoice } from '@lantern/api/invoices/pdf/render';
import { serve } from '@lantern/api/shared/remote';
import { setCurrency } from '@lantern/text/currency';

/* A thread for printing documents, each of which would hold up the requests of others for tens of milliseconds. */
// A mail may wait for its document, a request should not. Linux means this thread alone by it, others the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
if (parentPort) {
  setCurrency(workerData);
  serve(parentPort, { renderInvoice });
}
