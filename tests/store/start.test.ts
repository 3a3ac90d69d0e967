import { createShopClient } from '@lantern/api';
import { expect, test } from 'vitest';
import { spawnStore } from '../../apps/server/src/testing/server-process.ts';

const PASSWORD = 'a password for tests';

/** Runs `npm start` itself rather than the bundle. */
const npmStart = (env: Record<string, string>) => spawnStore(['npm', 'start'], { ADMIN_PASSWORD: PASSWORD, ...env });

test('npm start reports an invalid setting in one sentence with a non-zero exit code', async () => {
  const start = npmStart({ DATABASE_URL: 'postgres://localhost/shop' });
  expect(await start.ended).not.toBe(0);
  expect(start.output()).toMatch(/DATABASE_URL cannot be used: It must look like mysql:/);
  expect(start.output()).not.toMatch(/\n\s+at /);
}, 180_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s drains and exits with 0 despite an open stream of the activity log',
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
    // It ended before its own deadline.
    expect(start.output()).not.toMatch(/closing the connections/);
  },
  180_000,
);
