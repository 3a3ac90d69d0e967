import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { admin } from './store.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const parts = ['apps/server/dist/main.js', 'apps/web/dist/index.html'];
const START_TIMEOUT_MS = 60_000;
const DRAIN_TIMEOUT_MS = 10_000;

/** Opens the built store for the whole run, with a database and pictures of its own; answers how to close it. */
export default async function setup(): Promise<() => Promise<void>> {
  const missing = parts.find((part) => !existsSync(join(root, part)));
  if (missing) throw new Error(`${missing} is missing: run \`npm run build\` first.`);
  const folder = mkdtempSync(join(tmpdir(), 'lantern-e2e-'));
  const databaseUrl = `sqlite:${join(folder, 'store.db')}`;
  const server = spawn(process.execPath, ['--enable-source-maps', 'apps/server/dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      MEDIA_DIR: join(folder, 'media'),
      SEED: 'demo',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
      WEB_DEV: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = logOf(server);
  // Without this a crashed run would leave a server behind.
  const abandon = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));

  async function stop(): Promise<void> {
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), DRAIN_TIMEOUT_MS);
    await ended;
    clearTimeout(late);
    process.off('exit', abandon);
    rmSync(folder, { recursive: true, force: true });
    // Whatever the pages made of it: no test may bring the server to an error of its own.
    const errors = log().match(/^\{"level":[56]0.*$/gm);
    if (errors) throw new Error(`The server logged errors:\n${errors.join('\n')}`);
  }

  try {
    // The workers are started later and take this process's environment with them.
    process.env.STORE_URL = await opened(log, ended);
    process.env.STORE_DATABASE_URL = databaseUrl;
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

function logOf(server: ChildProcess): () => string {
  let text = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

/** The address of the store, once it is ready to serve. @throws with what the server said instead. */
async function opened(log: () => string, ended: Promise<void>): Promise<string> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && Date.now() < deadline) {
    const url = /Lantern is open: (\S+)/.exec(log())?.[1];
    if (url && (await isReady(url))) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The store did not open.\n\n${log()}`);
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
