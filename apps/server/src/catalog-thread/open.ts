import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ModelStore } from '@lantern/api/catalog/model/store';
import { type Remote, remote } from '@lantern/api/shared/remote';

/** Starts a thread with the model file at `path`. The thread does not keep the process running. */
export function openOnThread(path: string): Remote<ModelStore> {
  const bundled = new URL('./catalog-thread.js', import.meta.url);
  // During development, where nothing is bundled.
  const source = new URL('./main.ts', import.meta.url);
  const worker = new Worker(existsSync(fileURLToPath(bundled)) ? bundled : source, { workerData: path });
  worker.unref();
  return remote(worker);
}
