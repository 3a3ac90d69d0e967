import { parentPort, workerData } from 'node:worker_threads';
import { ModelStore } from '@lantern/api/catalog/model-file/store';
import { serve } from '@lantern/api/shared/remote';
import { setCurrency } from '@lantern/text/currency';

/* A thread for what would hold up the requests of others: writing the catalogue's model, and its costly queries. */
if (parentPort) {
  // Searches name prices.
  setCurrency(workerData.currency);
  serve(parentPort, new ModelStore(workerData.path));
}
