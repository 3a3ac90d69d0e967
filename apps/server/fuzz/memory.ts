import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a store may have kept after any number of requests, in bytes: caches have bounds. */
export const MAX_GROWTH = 64e6;

/** The bytes that are left after everything unused has been freed. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
