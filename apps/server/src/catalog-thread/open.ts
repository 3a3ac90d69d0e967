import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ModelStore } from '@lantern/api/catalog/model-file/store';
import { here, type Remote, remote } from '@lantern/api/shared/remote';
import { currency } from '@lantern/text/currency';

/** A build passes much through the thread, for which it would otherwise take, and keep, as much memory as it can get. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** Opens the model file at `path` on a thread of its own; during development, when nothing is bundled, on this one. */
export function openOnThread(path: string): Remote<ModelStore> {
  const bundle = new URL('./catalog-thread.js', import.meta.url);
  if (!existsSync(fileURLToPath(bundle))) return here(new ModelStore(path));
  return remote(() => {
    const worker = new Worker(bundle, { workerData: { path, currency: currency() }, resourceLimits: LIMITS });
    // It need not end for the process to end.
    worker.unref();
    return worker;
  });
}
