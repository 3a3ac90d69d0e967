import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What a store may have kept after any number of requests, in bytes: caches have bounds. About 50 MB are there after the first
 * few thousand, such as code and fonts that are loaded when they are first needed, and nothing is added after that.
 */
export const MAX_GROWTH = 96e6;

/** The bytes that are left after everything unused has been freed. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
