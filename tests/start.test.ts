import { once } from 'node:events';
import { createServer } from 'node:net';
import { createShopClient } from '@lantern/api';
import { expect, test } from 'vitest';
import { spawnStore } from '../apps/server/src/testing/server-process.ts';

const PASSWORD = 'a password for tests';

/** `npm start` itself. */
const npmStart = (env: Record<string, string>) => spawnStore(['npm', 'start'], { ADMIN_PASSWORD: PASSWORD, ...env });

const refused: [name: string, env: Record<string, string>, sentence: RegExp][] = [
  ['bad-url', { DATABASE_URL: 'postgres://localhost/shop' }, /DATABASE_URL cannot be used: It must look like mysql:/],
  ['nobody-there', { DATABASE_URL: 'mysql://root@127.0.0.1:1/shop' }, /The database cannot be reached/],
  ['bad-port', { PORT: 'http' }, /PORT cannot be used: it must be a number/],
  ['bad-seed', { SEED: 'lots' }, /SEED cannot be used: it must be demo, none or a number/],
];

test.each(refused)(
  '%s is one clear sentence and a non-zero exit',
  async (_name, env, sentence) => {
    const start = npmStart(env);
    expect(await start.ended).not.toBe(0);
    expect(start.output()).toMatch(sentence);
    expect(start.output()).not.toMatch(/\n\s+at /);
  },
  180_000,
);

test('so is a port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const start = npmStart({ PORT: port });
  expect(await start.ended).not.toBe(0);
  expect(start.output()).toMatch(/the port is taken \(set PORT to another one\)/);
  other.close();
}, 180_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s drains and exits 0, though somebody follows the log',
  async (signal) => {
    const start = npmStart({});
    const url = await start.opened();
    expect(start.output()).toMatch(/Admin: admin@example\.com, the password you set/);
    expect(start.output()).toMatch(/Activity log: 0 entries, head 0{64}/);
    const client = createShopClient({ url });
    await client.auth.login.mutate({ email: 'admin@example.com', password: PASSWORD });
    await new Promise<void>((resolve) => {
      client.admin.activity.stream.subscribe({}, { onStarted: () => resolve() });
    });
    start.child.kill(signal);
    expect(await start.ended).toBe(0);
    // It was not for want of patience that it came to its end.
    expect(start.output()).not.toMatch(/cut off/);
  },
  180_000,
);
