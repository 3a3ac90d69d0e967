import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addressOf, expectSoonFresh } from '../testing/catalog-reads.ts';
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
  await expectSoonFresh(there.url, 8000);
});

test('after any changes at either server, both soon show what is in the database', async () => {
  const random = seededRandom();
  const below = (n: number) => Math.floor(random() * n);
  const stores = [await merchant(here.url, adminLogin), await merchant(there.url, adminLogin)];
  const either = () => stores[below(2)] ?? expect.fail('there are two');
  const read = async (slug: string) => {
    const { admin } = either();
    const { items } = (await admin.query('admin.products.list', { q: slug })).body.result.data;
    return (await admin.query('admin.products.byId', { id: items[0].id })).body.result.data;
  };
  const orders: string[] = [];
  const changes = [
    async () => {
      const { variants } = await read('mug');
      if (variants[0].stock > 0) orders.push(await either().sell(variants[0].id, 1 + below(variants[0].stock)));
    },
    async () => {
      const number = orders.splice(below(orders.length), 1)[0];
      if (number) await either().change('admin.orders.setStatus', { number, status: 'cancelled' });
    },
    async () => {
      const { id, version, variants } = await read(['mug', 'bowl'][below(2)] ?? '');
      const changed = { ...variants[0], priceCents: 1000 + 100 * below(90), stock: 1 + below(40) };
      await either().change('admin.products.update', { id, version, variants: [changed] });
    },
    () => either().change('admin.synonyms.save', { words: ['bowl', `basin${below(100)}`] }),
    () => either().change('admin.categories.create', { name: `Category ${crypto.randomUUID()}` }),
  ];
  for (let step = 0; step < soak(6, 200); step++) {
    await changes[below(changes.length)]?.();
    // Promised are two seconds.
    for (const { url } of [here, there]) await expectSoonFresh(url, 5000);
  }
});
