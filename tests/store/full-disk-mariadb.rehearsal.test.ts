import { existsSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { httpClient } from '../../apps/server/src/testing/http-store.ts';
import { adminLogin, startServer } from '../../apps/server/src/testing/server-process.ts';
import { startMariadb } from '../../scripts/lib/mariadb.mjs';

/**
 * Everything is in one file that may not grow beyond this: for what it says and does, that is a full disk, which
 * MariaDB 10.11 does not survive by itself.
 */
const upTo = (megabytes: number) => `--innodb-data-file-path=ibdata1:12M:autoextend:max:${megabytes}M`;
const settings = ['--innodb-file-per-table=0', '--innodb-autoextend-increment=4', upTo(96)];
const MEMORY = '/dev/shm';
/** How many large products are tried at most: the tables have some room left when the disk is full. */
const MOST = 500;
const REFUSALS = 5;

/** The rows of each statement. */
async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const connection = await createConnection(url);
  try {
    const results = [];
    for (const sql of statements) results.push((await connection.query(sql))[0]);
    return results;
  } finally {
    await connection.end();
  }
}

/** Takes all the room there is, in ever smaller pieces. */
async function fill(url: string): Promise<void> {
  await query(url, 'CREATE TABLE elsewhere.filler (piece LONGTEXT NOT NULL)');
  for (let size = 1_000_000; size > 4000; size /= 2) {
    const isStored = () =>
      query(url, `INSERT INTO elsewhere.filler VALUES (REPEAT('x', ${size}))`).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'ER_RECORD_FILE_FULL' });
          return false;
        },
      );
    while (await isStored());
  }
}

test('a full database server is said for as long as it is full, spoils nothing, and is forgotten once there is room', async () => {
  const maria = await startMariadb({ settings, durable: true, ...(existsSync(MEMORY) && { parent: MEMORY }) });
  try {
    await query(maria.url, 'CREATE DATABASE shop', 'CREATE DATABASE elsewhere');
    await using server = await startServer(`${maria.url}/shop`);
    const admin = httpClient(server.url);
    await admin.mutate('auth.login', adminLogin);
    let made = 0;
    const create = () =>
      admin.mutate('admin.products.create', {
        name: `Mug ${++made}`,
        description: 'A mug. '.repeat(1000),
        status: 'active',
        categorySlugs: [],
        variants: [{ sku: `MUG-${made}`, options: {}, priceCents: 6000, stock: 900 }],
      });
    const { id: variantId } = (await create()).body.result.data.variants[0];
    const shopper = httpClient(server.url);
    const add = () => shopper.mutate('cart.add', { variantId, quantity: 1 });
    expect((await add()).status).toBe(200);

    await fill(maria.url);
    const refused = [];
    while (refused.length < REFUSALS && made < MOST) {
      const answer = await create();
      if (answer.status !== 200) refused.push(answer);
    }
    expect(refused).toHaveLength(REFUSALS);
    for (const { status, headers, body } of refused) {
      expect([status, body.error.data.reason]).toEqual([503, 'storage_full']);
      expect(headers.get('retry-after')).toBe('60');
    }
    // However often it is asked: that a small change fits into what its table has is no room.
    for (let n = 0; n < 3; n++) {
      expect(await admin.send('/readyz')).toMatchObject({ status: 503, body: { why: 'storage' } });
    }
    expect((await shopper.query('cart.get')).body.result.data.items).toMatchObject([{ variantId, quantity: 1 }]);
    expect(await shopper.query('catalog.list')).toMatchObject({ status: 200 });
    expect(await admin.query('admin.orders.list', {})).toMatchObject({ status: 200 });

    // A larger disk.
    await maria.kill();
    await maria.restart([upTo(192)]);
    await expect.poll(async () => (await admin.send('/readyz')).status, { timeout: 120_000 }).toBe(200);
    expect((await add()).body.result.data.items).toMatchObject([{ variantId, quantity: 2 }]);
    expect(await create()).toMatchObject({ status: 200 });
    const verified = await admin.query('admin.activity.verify');
    expect(verified.body.result.data).toMatchObject({ ok: true, firstBroken: null });
    expect(server.output()).not.toMatch(/procedure failed|request failed/);
    // What it was tried with is gone.
    await expect(query(`${maria.url}/shop`, "SHOW TABLES LIKE 'trial%'")).resolves.toEqual([[]]);
  } finally {
    await maria.stop();
  }
}, 300_000);
