import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ModelStore } from '@lantern/api/catalog/model/store';
import { type Remote, remote } from '@lantern/api/shared/remote';

/** A build passes much through the thread, for which it would otherwise take, and keep, as much memory as it can get. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** Starts a thread with the model file at `path`. The thread does not keep the process running. */
export function openOnThread(path: string): Remote<ModelStore> {
  const bundled = new URL('./catalog-thread.js', import.meta.url);
  // During development, where nothing is bundled.
  const source = new URL('./main.ts', import.meta.url);
  const worker = new Worker(existsSync(fileURLToPath(bundled)) ? bundled : source, {
    workerData: path,
    resourceLimits: LIMITS,
  });
  worker.unref();
  return remote(worker);
}
