import { parentPort } from 'node:worker_threads';
import { renderInvoice } from '@lantern/api/invoices/pdf/render';
import { serve } from '@lantern/api/shared/remote';

/* A thread for printing documents, each of which would hold up the requests of others for tens of milliseconds. */
if (parentPort) serve(parentPort, { renderInvoice });
