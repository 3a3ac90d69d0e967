import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { httpClient } from '../../apps/server/src/testing/http-store.ts';
import { adminLogin, startServer } from '../../apps/server/src/testing/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantern-disk-'));
const isMounted = mountSmallDisk();
afterAll(() => {
  if (isMounted) execFileSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
});

const tinyImage = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes all that is left of the disk; returns what gives it back. */
function fillDisk(): () => void {
  const file = join(folder, 'filling');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(file, '');
  for (let size = bavail * bsize; size >= 1; size = Math.floor(size / 2)) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Smaller pieces fit into what is left.
    }
  }
  return () => unlinkSync(file);
}

/** Only where this may mount a disk of its own, which usually only root may. */
test.runIf(isMounted)('a full disk is said, spoils nothing, and is forgotten once there is room', async () => {
  const env = { CATALOG_DIR: folder, MEDIA_DIR: join(folder, 'media') };
  await using server = await startServer(`sqlite:${join(folder, 'store.db')}`, env);
  const admin = httpClient(server.url);
  await admin.mutate('auth.login', adminLogin);
  const product = (name: string) => ({
    name,
    description: 'A mug.'.repeat(500),
    status: 'active',
    categorySlugs: [],
    variants: [{ sku: name, options: {}, priceCents: 6000, stock: 900 }],
  });
  const { id: variantId } = (await admin.mutate('admin.products.create', product('MUG'))).body.result.data.variants[0];
  const shopper = httpClient(server.url);
  const add = () => shopper.mutate('cart.add', { variantId, quantity: 1 });
  expect((await add()).status).toBe(200);

  const makeRoom = fillDisk();
  const refused = await Promise.all(
    Array.from({ length: 20 }, (_, n) => admin.mutate('admin.products.create', product(`FULL-${n}`))),
  );
  const form = new FormData();
  form.set('file', new Blob([tinyImage]), 'tiny.png');
  refused.push(await admin.send('/admin/images', { method: 'POST', body: form }));
  for (const { status, headers, body } of refused) {
    expect(status).toBe(503);
    expect(body.error.data.reason).toBe('storage_full');
    expect(headers.get('retry-after')).toBe('60');
  }
  expect(await admin.send('/readyz')).toMatchObject({ status: 503, body: { why: 'storage' } });
  const cart = await shopper.query('cart.get');
  expect(cart.body.result.data.items).toMatchObject([{ variantId, quantity: 1 }]);
  expect(await shopper.query('catalog.list')).toMatchObject({ status: 200 });

  makeRoom();
  expect(await admin.send('/readyz')).toMatchObject({ status: 200 });
  expect((await add()).body.result.data.items).toMatchObject([{ variantId, quantity: 2 }]);
  expect(await admin.mutate('admin.products.create', product('AFTER'))).toMatchObject({ status: 200 });
  const verified = await admin.query('admin.activity.verify');
  expect(verified.body.result.data).toMatchObject({ ok: true, firstBroken: null });
});
