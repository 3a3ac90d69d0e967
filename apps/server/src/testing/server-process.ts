import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../main.ts', import.meta.url));
const BUNDLE = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const START_TIMEOUT_MS = 60_000;

const admin = { email: 'admin@example.com', password: 'correct horse' };

/** A whole server in a process of its own, to be called over HTTP and to be killed. */
export interface ServerProcess extends AsyncDisposable {
  url: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Ends it without a chance to tidy up. */
  kill(): Promise<void>;
  /** Starts one again at the same address. */
  restart(): Promise<ServerProcess>;
}

/** Starts a server on a database and waits until it is ready; `env` goes over the defaults. */
export function startServer(databaseUrl: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  return start(['--import', 'tsx', SOURCE], databaseUrl, env);
}

/** The same of the bundle that `npm start` runs: it is compiled by another tool than the sources are here. */
export function startBuiltServer(databaseUrl: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  if (!existsSync(BUNDLE)) throw new Error('apps/server/dist is missing: run `npm run build` first.');
  return start([BUNDLE], databaseUrl, env);
}

async function start(entry: string[], databaseUrl: string, env: Record<string, string>): Promise<ServerProcess> {
  const media = mkdtempSync(join(tmpdir(), 'lantern-media-'));
  const child = spawn(process.execPath, entry, {
    env: {
      ...process.env,
      PORT: '0',
      SEED: 'none',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      DATABASE_URL: databaseUrl,
      MEDIA_DIR: media,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  // A test that runs out of time never comes to its end: the server must not outlive it.
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
    process.off('exit', atExit);
    rmSync(media, { recursive: true, force: true });
  };
  const url = await openedAt(child, () => output).catch(async (error: unknown) => {
    await end('SIGKILL');
    throw error;
  });
  return {
    url,
    process: child,
    output: () => output,
    kill: () => end('SIGKILL'),
    restart: () => start(entry, databaseUrl, { ...env, PORT: new URL(url).port }),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}

async function openedAt(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const [, url] = /is open: (http:\/\/\S+)/.exec(output()) ?? [];
    if (url && (await isReady(url))) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not open.\n${output()}`);
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
