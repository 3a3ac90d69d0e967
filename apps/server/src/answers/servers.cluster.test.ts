import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addressOf, expectFresh } from '../testing/catalog-reads.ts';
import { httpClient } from '../testing/http-store.ts';
import { merchant } from '../testing/merchant.ts';
import { adminLogin, type ServerProcess, startServer } from '../testing/server-process.ts';

/* Two servers of one store: what one changes, the other shows soon, although it keeps answers. */

let database: TestDatabase;
let here: ServerProcess;
let there: ServerProcess;
beforeAll(async () => {
  database = await openTestDatabase();
  here = await startServer(database.url);
  there = await startServer(database.url);
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

test('orders and admins at one server show at the other, long before its answers expire', async () => {
  const store = await merchant(here.url, adminLogin);
  await store.create('Mug', 6000);
  const { id, version, variants } = await store.create('Bowl', 900);
  const bowl = addressOf('bySlug', { slug: 'bowl' });
  const shown = async () => (await httpClient(there.url).send(bowl)).body?.result?.data.variants[0];
  const shows = (what: object) => vi.waitFor(async () => expect(await shown()).toMatchObject(what), { timeout: 8000 });

  await shows({ stock: 50, priceCents: 900 });
  const order = await store.sell(variants[0].id, 20);
  await shows({ stock: 30 });
  await store.cancel(order);
  await shows({ stock: 50 });
  await store.change('admin.products.update', { id, version, variants: [{ ...variants[0], priceCents: 1200 }] });
  await shows({ priceCents: 1200 });
  await vi.waitFor(() => expectFresh(there.url), { timeout: 8000 });
});
