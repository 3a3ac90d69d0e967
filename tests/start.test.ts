import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createShopClient } from '@lantern/api';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const PASSWORD = 'a password for tests';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` itself, with what it says and how it ends. */
function npmStart(name: string, env: Record<string, string>) {
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(folder, `${name}.db`)}`,
      MEDIA_DIR: join(folder, name),
      SEED: 'none',
      ADMIN_PASSWORD: PASSWORD,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  const ended = once(child, 'exit').then(([code]) => Number(code));
  return { child, said: () => said, ended };
}

/** Waits for the last line of a start, too. */
async function urlOf({ said, ended }: ReturnType<typeof npmStart>): Promise<string> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    const url = /is open: (\S+)[\s\S]*Activity log: .*\n/.exec(said())?.[1];
    if (url) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The store did not open.\n${said()}`);
}

const refused: [name: string, env: Record<string, string>, sentence: RegExp][] = [
  ['bad-url', { DATABASE_URL: 'postgres://localhost/shop' }, /DATABASE_URL cannot be used: It must look like mysql:/],
  ['nobody-there', { DATABASE_URL: 'mysql://root@127.0.0.1:1/shop' }, /The database cannot be reached/],
  ['bad-port', { PORT: 'http' }, /PORT cannot be used: it must be a number/],
  ['bad-seed', { SEED: 'lots' }, /SEED cannot be used: it must be demo, none or a number/],
];

test.each(refused)(
  '%s is one clear sentence and a non-zero exit',
  async (name, env, sentence) => {
    const start = npmStart(name, env);
    expect(await start.ended).not.toBe(0);
    expect(start.said()).toMatch(sentence);
    expect(start.said()).not.toMatch(/\n\s+at /);
  },
  180_000,
);

test('so is a port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const start = npmStart('taken', { PORT: port });
  expect(await start.ended).not.toBe(0);
  expect(start.said()).toMatch(/the port is taken \(set PORT to another one\)/);
  other.close();
}, 180_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s drains and exits 0, though somebody follows the log',
  async (signal) => {
    const start = npmStart(signal, {});
    const url = await urlOf(start);
    expect(start.said()).toMatch(/Admin: admin@example\.com, the password you set/);
    expect(start.said()).toMatch(/Activity log: 0 entries, head 0{64}/);
    const client = createShopClient({ url });
    await client.auth.login.mutate({ email: 'admin@example.com', password: PASSWORD });
    await new Promise<void>((resolve) => {
      client.admin.activity.stream.subscribe({}, { onStarted: () => resolve() });
    });
    start.child.kill(signal);
    expect(await start.ended).toBe(0);
    // It was not for want of patience that it came to its end.
    expect(start.said()).not.toMatch(/cut off/);
  },
  180_000,
);
