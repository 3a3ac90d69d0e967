import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createShopClient } from '@lantern/api';
import { expect, test, vi } from 'vitest';
import { spawnStore } from '../../apps/server/src/testing/server-process.ts';
import { BUNDLE } from '../../scripts/lib/bundle.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';

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

/** A folder in which a program does what it does in the store's. */
function folderOf() {
  const path = mkdtempSync(join(tmpdir(), 'lantern-start-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends a server that is still being loaded, which says nothing',
  async (signal) => {
    using folder = folderOf();
    cpSync(BUNDLE, join(folder.path, 'main.js'));
    // In the place of the rest of the store: what takes long to load.
    const endless = `process.kill(process.pid, '${signal}'); await new Promise(() => setTimeout(() => {}, 60_000));`;
    writeFileSync(join(folder.path, 'start.js'), endless);
    writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }');
    const start = spawnStore([process.execPath, join(folder.path, 'main.js')]);
    expect([await start.ended, start.output()]).toEqual([0, '']);
  },
);

test('SIGTERM ends npm start while it builds, with all that it has started', async () => {
  using folder = folderOf();
  for (const name of ['scripts', 'package.json', 'package-lock.json']) {
    cpSync(join(ROOT, name), join(folder.path, name), { recursive: true });
  }
  const bin = join(folder.path, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  // Installed since the lock was written.
  writeFileSync(join(bin, '../.package-lock.json'), '{}');
  utimesSync(join(folder.path, 'package-lock.json'), 0, 0);
  const [building, ended] = [join(folder.path, 'building'), join(folder.path, 'ended')];
  // A wrapper as turbo's, which waits for the program that builds.
  const builds = `trap 'touch ${ended}; exit 1' TERM; touch ${building}; while true; do sleep 0.05; done`;
  writeFileSync(join(bin, 'turbo'), `#!/bin/sh\nsh -c "${builds}" &\nwait\n`, { mode: 0o755 });
  const start = spawnStore([process.execPath, join(folder.path, 'scripts/start.mjs')]);
  await vi.waitFor(() => expect(existsSync(building)).toBe(true), 20_000);
  start.child.kill('SIGTERM');
  expect([await start.ended, start.output()]).toEqual([0, '']);
  await vi.waitFor(() => expect(existsSync(ended)).toBe(true), 20_000);
});
