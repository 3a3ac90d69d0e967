import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, bundleArguments, bundleEnvironment } from '../../../../scripts/lib/bundle.mjs';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const START_TIMEOUT_MS = 300_000;
/** Longer than the server itself waits for open requests. */
const END_TIMEOUT_MS = 30_000;

/** The admin of every server that is started here. */
export const adminLogin = { email: 'admin@example.com', password: 'correct horse' };

/** A store in a separate process, which may not be open yet. */
export interface StoreProcess {
  child: ChildProcess;
  databaseUrl: string;
  /** Where its mails are if it has no server for them. */
  mailDir: string;
  /** Its output so far. */
  output(): string;
  /** Resolves to its exit code when it has ended and all output has arrived; null if a signal ended it. */
  ended: Promise<number | null>;
  /** Resolves to its URL when it has started and is ready. @throws an error with its output if it does not start. */
  opened(): Promise<string>;
  /** Sends a signal and waits for the process to end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** How a store's process is started. */
interface Spawning {
  /** Whether it is spared the signals of a terminal. */
  detached?: boolean;
}

/** The arguments for Node to run the bundle, as `npm start` does. @throws if it is not built. */
export function bundle(): string[] {
  if (!existsSync(BUNDLE)) throw new Error('apps/server/dist is missing: run `npm run build` first.');
  return bundleArguments;
}

/**
 * Runs a command that starts a store, without waiting for it. By default the store has an empty SQLite database and a
 * folder for images, both of which are removed when it ends; `env` overrides the defaults.
 */
export function spawnStore(
  [command, ...args]: [string, ...string[]],
  env: Record<string, string> = {},
  { detached = false }: Spawning = {},
): StoreProcess {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-store-'));
  const databaseUrl = env.DATABASE_URL ?? `sqlite:${join(folder, 'store.db')}`;
  const mailDir = env.MAIL_DIR ?? join(folder, 'mail');
  const child = spawn(command, args, {
    cwd: ROOT,
    detached,
    env: {
      ...bundleEnvironment,
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      MEDIA_DIR: join(folder, 'media'),
      MAIL_DIR: mailDir,
      CATALOG_DIR: join(folder, 'catalog'),
      SEED: 'none',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
      WEB_DEV: '',
      ADMIN_EMAIL: adminLogin.email,
      ADMIN_PASSWORD: adminLogin.password,
      ...env,
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // The server must not outlive a test that times out.
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
    mailDir,
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

/** Whether a store says that it is ready. */
export async function isReady(url: string): Promise<boolean> {
  // A connection that stays open would hold up the server's graceful end.
  return fetch(`${url}/readyz`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** A running server in a separate process, which tests can call over HTTP and kill. */
export interface ServerProcess extends AsyncDisposable, Pick<StoreProcess, 'child' | 'output' | 'ended'> {
  url: string;
  /** Ends it without a graceful shutdown. */
  kill(): Promise<void>;
  /** Ends it as whoever runs it does, once it has answered what it was asked. */
  drain(): Promise<void>;
  /** Starts a new process on the same port; of another build, if `bundle` is its file. */
  restart(bundle?: string): Promise<ServerProcess>;
}

/**
 * Starts a server with a database and waits until it is ready; `env` overrides the defaults. Runs the bundle, like
 * `npm start`, which is built by a different compiler than the tests.
 * @throws if it is not built.
 */
export function startServer(
  databaseUrl: string,
  env: Record<string, string> = {},
  spawning: Spawning = {},
): Promise<ServerProcess> {
  return start(bundle(), { ...env, DATABASE_URL: databaseUrl }, spawning);
}

async function start(entry: string[], env: Record<string, string>, spawning: Spawning): Promise<ServerProcess> {
  const { child, output, ended, opened, end } = spawnStore([process.execPath, ...entry], env, spawning);
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
    drain: () => end('SIGTERM'),
    restart: (file) =>
      start(file ? [...entry.slice(0, -1), file] : entry, { ...env, PORT: new URL(url).port }, spawning),
    // What happens at a graceful end is tested by those who ask for it: it waits for idle connections, as of `fetch`.
    [Symbol.asyncDispose]: () => end('SIGKILL'),
  };
}
