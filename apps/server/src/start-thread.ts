import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/** For what lives shortly, a half of it. The option that the process was started with would otherwise count for its threads, too. */
const SEMI_SPACE_MB = 2;

/** Starts a bundled thread with so many megabytes for what lives longer; the process can end before it does. */
export function startThread(bundle: URL, workerData: unknown, maxOldGenerationSizeMb: number): Worker {
  setFlagsFromString(`--max-semi-space-size=${SEMI_SPACE_MB}`);
  const worker = new Worker(bundle, { workerData, resourceLimits: { maxOldGenerationSizeMb } });
  worker.unref();
  return worker;
}
