import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaFolder } from '@lantern/api/images/store/media-folder';
import { createServices, startServices } from '@lantern/api/services';
import { address, stockProduct } from '@lantern/api/testing/test-services';
import { Database } from '@lantern/db/database';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { jobsOf } from './maintenance.ts';
import { prepare } from './prepare.ts';
import { checkout, httpClient, newCustomer } from './testing/http-store.ts';

/*
 * The store with an account of the database that may read and write rows, and nothing else: what an attacker in the process
 * gets with it can neither change the schema nor reach another database.
 */

const GRANTS = 'SELECT, INSERT, UPDATE, DELETE';
const account = `shop_${crypto.randomUUID().slice(0, 8)}`;
const mediaDir = mkdtempSync(join(tmpdir(), 'lantern-media-'));
const admin = { email: 'admin@example.com', password: 'correct horse' };

let owned: Awaited<ReturnType<typeof openTestDatabase>>;
let database: Database;
const administer = async (sql: string) => {
  const connection = await createConnection(process.env.TEST_MARIADB_URL ?? '');
  await connection.query(sql);
  await connection.end();
};

beforeAll(async () => {
  owned = await openTestDatabase();
  const url = new URL(owned.url);
  await administer(`CREATE USER ${account} IDENTIFIED BY 'a password'`);
  await administer(`GRANT ${GRANTS} ON ${url.pathname.slice(1)}.* TO ${account}`);
  database = Database.open(`mysql://${account}:a%20password@${url.host}${url.pathname}`);
});
afterAll(async () => {
  await database.close();
  await administer(`DROP USER ${account}`);
  await owned[Symbol.asyncDispose]();
  rmSync(mediaDir, { recursive: true, force: true });
});

test('a migrated store starts, sells, is looked after and does its work in the background', async () => {
  const config = readConfig({ SEED: 'none', MEDIA_DIR: mediaDir, ADMIN_PASSWORD: admin.password });
  const done: string[] = [];
  const media = new MediaFolder(mediaDir);
  await prepare({ database, media }, config, { update: () => undefined, done: (line) => done.push(line) });
  expect(done).toEqual([expect.stringContaining('Admin: ')]);

  const logger = createLogger('silent');
  const services = createServices(database, logger, { rateLimits: true });
  await using open = await startServices(services);
  const deployment = { publicUrl: null, trust: null };
  const app = await buildApp({ services, open, logger, media, web: null, deployment });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  try {
    const { variantIds } = await stockProduct(services, { name: 'Mug', priceCents: 6000 });
    const [shopper, clerk] = [httpClient(url), httpClient(url)];
    const product = { name: 'Jug', description: 'Pours.', status: 'active', categorySlugs: ['things'] };
    const variants = [{ sku: 'JUG', priceCents: 900, stock: 3 }];
    const calls = [
      () => shopper.mutate('cart.add', { variantId: variantIds[0], quantity: 1 }),
      () => shopper.mutate('auth.register', newCustomer()),
      () => shopper.mutate('account.updateShipping', address),
      () => shopper.mutate('checkout.place', checkout()),
      () => shopper.query('catalog.search', { q: 'mug' }),
      () => clerk.mutate('auth.login', admin),
      () => clerk.mutate('admin.products.create', { ...product, variants }),
      () => clerk.query('admin.dashboard', {}),
      () => clerk.query('admin.users.list', { q: 'ada' }),
      () => clerk.query('admin.activity.verify'),
      () => clerk.mutate('auth.logout'),
    ];
    for (const call of calls) expect((await call()).status, String(call)).toBe(200);
    for (const { name, run } of jobsOf(services)) {
      await expect(run(new AbortController().signal), name).resolves.not.toThrow();
    }
  } finally {
    await app.close();
  }
});

test('it can neither change a table nor read another database', async () => {
  for (const sql of ['DROP TABLE users', 'CREATE TABLE more (id INT)', 'SELECT * FROM mysql.global_priv']) {
    await expect(database.sequelize.query(sql)).rejects.toThrow(/denied/);
  }
});
