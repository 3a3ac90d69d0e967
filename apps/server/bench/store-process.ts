import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, startServer } from '../src/testing/server-process.ts';

/** How late the event loop of a server was, in milliseconds. */
export interface LoopDelay {
  p99: number;
  max: number;
}

/** A store whose event loop and memory can be looked at. */
export interface WatchedStore extends ServerProcess {
  /** From its start until it was ready, in milliseconds. */
  readyMs: number;
}

const WATCH = `--import=${new URL('loop-delay.mjs', import.meta.url).href}`;
const LINE = /loop delay: p99 (\S+), max (\S+)\n/g;
const PATIENCE_MS = 5000;

/** Starts a built store in its own process, and waits until it is ready. */
export async function startWatched(databaseUrl: string, env: Record<string, string> = {}): Promise<WatchedStore> {
  const began = performance.now();
  const store = await startServer(databaseUrl, { ...env, NODE_OPTIONS: WATCH });
  return { ...store, readyMs: performance.now() - began };
}

/** The delay since this was last asked for. @throws {Error} if the store does not say. */
export async function loopDelay({ child, output }: ServerProcess): Promise<LoopDelay> {
  const before = [...output().matchAll(LINE)].length;
  child.kill('SIGUSR2');
  const deadline = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const line = [...output().matchAll(LINE)][before];
    if (line) return { p99: Number(line[1]), max: Number(line[2]) };
    if (child.stdout) await once(child.stdout, 'data', { signal: deadline });
    await sleep(0);
  }
}

/** The memory that a process takes, in megabytes; NaN where the system does not say. */
export function residentMb({ child }: ServerProcess): number {
  try {
    const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
}
