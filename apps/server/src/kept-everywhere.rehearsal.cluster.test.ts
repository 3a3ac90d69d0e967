import { setTimeout as sleep } from 'node:timers/promises';
import { soak } from '@lantern/db/testing/soak';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RedisServer, startRedis } from '../../../scripts/lib/redis.mjs';
import { addressOf } from './testing/catalog-reads.ts';
import { httpClient, newCustomer } from './testing/http-store.ts';
import { merchant } from './testing/merchant.ts';
import { adminLogin, type ServerProcess, startServer } from './testing/server-process.ts';

/*
 * Whatever a server keeps, so as not to ask the database again: a change at one server is made for each, and looked for at
 * another one on every path that shows it.
 */

/** What is promised with and without Redis, in milliseconds. */
const PROMISED = { redis: 50, alone: 2000 };
/** How much longer a busy machine may take, on which several tests run at a time; the long form is for a quiet one. */
const PATIENCE = soak(10_000, 0);
const POLL_MS = 5;
const STOCK = 1000;

type Store = Awaited<ReturnType<typeof merchant>>;

/** A change, and the paths on which a text of it appears. */
interface Change {
  what: string;
  make: (store: Store) => Promise<unknown>;
  shows: string;
  on: string[];
  /** Asks as an admin. */
  asAdmin?: boolean;
}

const pages = (path: string) => [path, `/de${path === '/' ? '' : path}`];

/** Every change is different each time it is made. */
let made = 0;
let sold = 0;

function changesOf(ids: { mug: number; lamps: number }): Change[] {
  const n = ++made;
  const mug = async ({ admin }: Store) => (await admin.query('admin.products.byId', { id: ids.mug })).body.result.data;
  const edit = (fields: object) => async (store: Store) => {
    const { id, version, variants } = await mug(store);
    const changed = variants.map((variant: object) => ({ ...variant, ...fields }));
    await store.change('admin.products.update', {
      id,
      version,
      ...('name' in fields ? fields : { variants: changed }),
    });
  };
  const sell = async (store: Store) => {
    await store.sell((await mug(store)).variants[0].id, 1);
    sold++;
  };
  const price = 1000 + n;
  const lists = [
    ...[addressOf('list', {}), addressOf('list', { category: 'lamps' }), addressOf('search', { q: 'mug' })],
    ...[addressOf('suggest', { q: 'mug' }), addressOf('related', { slug: 'bowl' })],
  ];
  const shelves = ['/all', '/c/lamps', '/search?q=mug', '/p/mug'].flatMap(pages);
  return [
    {
      what: 'a price',
      make: edit({ priceCents: price }),
      shows: `Cents":${price}`,
      on: [...lists, addressOf('bySlug', { slug: 'mug' })],
    },
    {
      what: 'a price on pages',
      make: edit({ priceCents: 9000 + n }),
      shows: ((9000 + n) / 100).toFixed(2),
      on: shelves.filter((path) => !path.startsWith('/de')),
    },
    {
      what: 'a name',
      make: edit({ name: `Mug ${n} x` }),
      shows: `Mug ${n} x`,
      on: [...lists, ...shelves, addressOf('bySlug', { slug: 'mug' })],
    },
    {
      what: 'stock that is sold',
      make: sell,
      shows: `"stock":${STOCK - 1 - sold}`,
      on: [addressOf('bySlug', { slug: 'mug' })],
    },
    {
      what: 'a category',
      make: (store) => store.change('admin.categories.update', { id: ids.lamps, name: `Lamps ${n} x` }),
      shows: `Lamps ${n} x`,
      on: [addressOf('categories', {}), ...['/', '/c/lamps', '/p/mug'].flatMap(pages)],
    },
    {
      what: 'synonyms',
      make: (store) => store.change('admin.synonyms.save', { words: ['mug', `beaker${n}q`] }),
      shows: '"slug":"mug"',
      on: [addressOf('search', { q: `beaker${n}q` })],
    },
    {
      what: 'a translation',
      make: (store) => store.change('admin.glossary.save', { language: 'de', source: 'Finish', text: `Lack${n}x` }),
      shows: `Lack${n}x`,
      on: ['/de/p/mug'],
    },
    {
      what: 'delivery',
      make: (store) =>
        store.change('admin.delivery.save', {
          code: 'standard',
          name: `Post ${n} x`,
          priceCents: 400,
          minDays: 1,
          maxDays: 2,
          active: true,
        }),
      shows: `Post ${n} x`,
      on: ['/trpc/checkout.options'],
    },
    {
      what: 'a page of the footer',
      make: (store) =>
        store.change('admin.pages.create', { title: `About ${n} x`, markdown: 'x', inFooter: true, published: true }),
      shows: `About ${n} x`,
      on: ['/trpc/pages.list', ...['/', '/c/lamps', '/p/mug', '/search?q=mug'].flatMap(pages)],
    },
    {
      what: 'an order on the dashboard',
      make: sell,
      shows: `"orders":${sold + 1}`,
      on: [`/trpc/admin.dashboard?input=${encodeURIComponent('{"days":7}')}`],
      asAdmin: true,
    },
  ];
}

describe.each(['alone', 'redis'] as const)('servers that share %s', (shared) => {
  let database: TestDatabase;
  let redis: RedisServer | null = null;
  let here: ServerProcess;
  let there: ServerProcess;
  let store: Store;
  let elsewhere: Store;
  beforeAll(async () => {
    made = 0;
    sold = 0;
    database = await openTestDatabase();
    if (shared === 'redis') redis = await startRedis();
    const env = { SHOP_NAME: 'Kept', ...(redis && { REDIS_URL: redis.url }) };
    here = await startServer(database.url, env);
    there = await startServer(database.url, env);
    store = await merchant(here.url, adminLogin);
    elsewhere = await merchant(there.url, adminLogin);
  });
  afterAll(async () => {
    await here?.kill();
    await there?.kill();
    await redis?.stop();
    await database[Symbol.asyncDispose]();
  });

  test('a change at one is shown by the other on every path that keeps it', async () => {
    const lamps = await store.change('admin.categories.create', { name: 'Lamps' });
    const variants = [{ sku: 'MUG', options: { Finish: 'Matt' }, priceCents: 1000, stock: STOCK }];
    const product = { description: 'x', status: 'active', categorySlugs: ['lamps'] };
    const mug = await store.change('admin.products.create', { ...product, name: 'Mug', variants });
    await store.change('admin.products.create', {
      ...product,
      name: 'Bowl',
      variants: [{ sku: 'BOWL', options: {}, priceCents: 900, stock: 5 }],
    });
    const ids = { mug: mug.id, lamps: lamps.id };
    const took: number[] = [];
    for (let round = 0; round < soak(1, 5); round++) {
      for (const [kind, { on }] of changesOf(ids).entries()) {
        // One after the other: what all ask for at a time is made one after the other, too.
        for (const path of on) took.push(await shownAfter(kind, path));
      }
    }

    /** Makes a change of this kind, and returns after how many milliseconds the path shows it. */
    async function shownAfter(kind: number, path: string): Promise<number> {
      const { what, make, shows, asAdmin } = changesOf(ids)[kind] ?? expect.fail('There is such a kind.');
      const reader = asAdmin ? elsewhere.admin : httpClient(there.url);
      // What it keeps, it has by now.
      expect([what, path, (await reader.send(path)).text]).not.toContain(shows);
      await make(store);
      const began = performance.now();
      for (;;) {
        const asked = performance.now();
        if ((await reader.send(path)).text.includes(shows)) return asked - began;
        const late = asked - began - PROMISED[shared] - PATIENCE;
        if (late > 0) throw new Error(`${what} is not shown at ${path} after ${Math.round(asked - began)} ms`);
        await sleep(POLL_MS);
      }
    }
    took.sort((a, b) => a - b);
    const at = (share: number) => Math.round(took[Math.floor(share * (took.length - 1))] ?? 0);
    console.log(
      `${shared}: ${took.length} paths, shown after ${at(0.5)} ms (median), ${at(0.99)} ms (p99), ${at(1)} ms (longest)`,
    );
  });

  test('who may no longer log in is not known anywhere', async () => {
    const customer = newCustomer();
    const shopper = httpClient(there.url);
    const registered = await shopper.mutate('auth.register', customer);
    expect(registered.status).toBe(200);
    const { id } = (await shopper.query('auth.me')).body.result.data;
    await store.change('admin.users.update', { id, disabled: true });
    expect((await shopper.query('auth.me')).body.result.data).toBeNull();
  });
});
