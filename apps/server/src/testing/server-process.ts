import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BUNDLE = join(ROOT, 'apps/server/dist/main.js');
const START_TIMEOUT_MS = 300_000;
/** Longer than the server itself gives those who are not done. */
const END_TIMEOUT_MS = 30_000;

const admin = { email: 'admin@example.com', password: 'correct horse' };

/** A store in a process of its own, from the moment it is started. */
export interface StoreProcess {
  child: ChildProcess;
  databaseUrl: string;
  /** What it has printed so far. */
  output(): string;
  /** Its exit code, once it is over and all is printed; null where a signal has ended it. */
  ended: Promise<number | null>;
  /** Its address, once all of its start is printed and it serves. @throws with what it printed instead. */
  opened(): Promise<string>;
  /** Sends it a signal and waits for its end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** The arguments with which Node runs the bundle, as `npm start` does. @throws where nothing is built. */
export function bundle(): string[] {
  if (!existsSync(BUNDLE)) throw new Error('apps/server/dist is missing: run `npm run build` first.');
  return ['--enable-source-maps', BUNDLE];
}

/**
 * Starts `command`, which is to open a store, and waits for nothing. Left to `env`'s defaults it has an empty
 * SQLite database and a folder of images of its own, and takes them along when it ends.
 */
export function spawnStore([command, ...args]: [string, ...string[]], env: Record<string, string> = {}): StoreProcess {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-store-'));
  const databaseUrl = env.DATABASE_URL ?? `sqlite:${join(folder, 'store.db')}`;
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      MEDIA_DIR: join(folder, 'media'),
      SEED: 'none',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
      WEB_DEV: '',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      ...env,
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that runs out of time never comes to its end: the server must not outlive it.
  const abandon = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
  }
  let over = false;
  const ended = once(child, 'close').then(([code]): number | null => {
    over = true;
    process.off('exit', abandon);
    rmSync(folder, { recursive: true, force: true });
    return code;
  });
  return {
    child,
    databaseUrl,
    output: () => printed,
    ended,
    async opened() {
      const deadline = Date.now() + START_TIMEOUT_MS;
      while (!over && Date.now() < deadline) {
        const url = /is open: (http:\/\/\S+)[\s\S]*Activity log: .*\n/.exec(printed)?.[1];
        if (url && (await isReady(url))) return url;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`The store did not open.\n\n${printed}`);
    },
    async end(signal) {
      if (!over) child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** A server that is open, to be called over HTTP and to be killed. */
export interface ServerProcess extends AsyncDisposable, Pick<StoreProcess, 'child' | 'output' | 'ended'> {
  url: string;
  /** Ends it without a chance to tidy up. */
  kill(): Promise<void>;
  /** Starts one again at the same address. */
  restart(): Promise<ServerProcess>;
}

/**
 * Starts a server on a database and waits until it is ready; `env` goes over the defaults. It is the bundle that
 * `npm start` runs, which another tool compiles than the one that compiles the tests.
 * @throws where nothing is built.
 */
export function startServer(databaseUrl: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  return start(bundle(), { ...env, DATABASE_URL: databaseUrl });
}

async function start(entry: string[], env: Record<string, string>): Promise<ServerProcess> {
  const { child, output, ended, opened, end } = spawnStore([process.execPath, ...entry], env);
  const url = await opened().catch(async (error: unknown) => {
    await end('SIGKILL');
    throw error;
  });
  return {
    url,
    child,
    output,
    ended,
    kill: () => end('SIGKILL'),
    restart: () => start(entry, { ...env, PORT: new URL(url).port }),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}
