import { catalogReads } from '@lantern/api/catalog/reads';
import { proceduresUnder } from '@lantern/api/testing/procedures';
import { statementsOf } from '@lantern/api/testing/statements';
import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addresses, addressOf, expectFresh, expectSoonFresh, reads } from '../testing/catalog-reads.ts';
import { type HttpStore, startHttpStore } from '../testing/http-store.ts';
import { merchant } from '../testing/merchant.ts';

let t: HttpStore;
let store: Awaited<ReturnType<typeof merchant>>;
beforeAll(async () => {
  t = await startHttpStore({ withModel: true });
  await vi.waitFor(() => expect(t.services.model?.isFresh).toBe(true), PATIENT);
  store = await merchant(t.url, { email: (await t.admin()).email, password: 'correct horse' });
  await store.create('Mug', 6000);
  await store.create('Bowl', 900);
});
afterAll(() => t[Symbol.asyncDispose]());

/** As shoppers are promised. */
const WITHIN_A_SECOND = { timeout: 1000 };
/** For busy machines. */
const PATIENT = { timeout: 10_000 };

const listed = addressOf('list', {});

test('every query of the catalogue is tried here', () => {
  const all = proceduresUnder('catalog.').map(({ path }) => path.slice('catalog.'.length));
  expect(Object.keys(catalogReads).sort()).toEqual(all.sort());
  expect([...new Set(reads.map(([procedure]) => procedure))].sort()).toEqual(all.sort());
});

test('answers from the cache have the bytes of the API itself, and the headers of every response', async () => {
  await expectFresh(t.url);
  for (const path of addresses) {
    const [first, second] = [await t.client().send(path), await t.client().send(path)];
    const withoutDate = (headers: Headers) => [...headers].filter(([name]) => name !== 'date');
    expect(withoutDate(second.headers)).toEqual(withoutDate(first.headers));
    expect(second.headers.get('content-security-policy')).toContain("default-src 'self'");
  }
});

test('what was asked before needs no statement, until something it shows changes', async () => {
  const mug = addressOf('bySlug', { slug: 'mug' });
  const statements = (path: string) => statementsOf(t.database, () => t.client().send(path));
  await expectFresh(t.url);
  for (const path of addresses) expect([path, await statements(path)]).toEqual([path, []]);
  const { variants } = (await t.client().query('catalog.bySlug', { slug: 'bowl' })).body.result.data;
  await store.sell(variants[0].id, 1);
  const stockListed = async () => {
    const { items } = (await t.client().send(listed)).body.result.data;
    return items.find(({ slug }: { slug: string }) => slug === 'bowl').stock;
  };
  await vi.waitFor(async () => expect(await stockListed()).toBe(variants[0].stock - 1), WITHIN_A_SECOND);
  // Once the model knows, too, neither needs a statement again, nor does it ask for what was sold.
  await vi.waitFor(async () => {
    expect(await statements(listed)).toEqual([]);
    expect(await statements(mug)).toEqual([]);
  }, PATIENT);
  expect(await stockListed()).toBe(variants[0].stock - 1);
});

test("an admin's change of any kind shows in the next answer", async () => {
  const { id, version, variants } = await store.create('Lamp', 3000);
  await expectFresh(t.url);
  const cheaper = { ...variants[0], priceCents: 500 };
  await store.change('admin.products.update', { id, version, name: 'Lantern bowl', variants: [cheaper] });
  await expectFresh(t.url);
  await store.change('admin.categories.create', { name: 'Kitchen' });
  await expectFresh(t.url);
  await store.change('admin.synonyms.save', { words: ['bowl', 'mug'] });
  await expectFresh(t.url);
  await store.change('admin.products.bulkUpdate', { ids: [id], change: { kind: 'status', status: 'archived' } });
  await expectFresh(t.url);
});

test('after any sequence of changes, answers are those of the database', async () => {
  const random = seededRandom();
  const below = (n: number) => Math.floor(random() * n);
  const orders: string[] = [];
  const product = async () => (await t.client().query('catalog.bySlug', { slug: 'bowl' })).body.result.data;
  const versionOf = async (id: number) => (await store.admin.query('admin.products.byId', { id })).body.result.data;
  const changes = [
    async () => {
      const { variants } = await product();
      if (variants[0].stock > 0) orders.push(await store.sell(variants[0].id, 1 + below(variants[0].stock)));
    },
    async () => {
      const [number] = orders.splice(below(orders.length), 1);
      if (number) await store.cancel(number);
    },
    async () => {
      const { id, version, variants } = await versionOf((await product()).id);
      const priceCents = 100 * (1 + below(99));
      await store.change('admin.products.update', { id, version, variants: [{ ...variants[0], priceCents }] });
    },
    async () => {
      const { id } = await product();
      const { items } = (await store.admin.query('admin.activity.list', { limit: 1 })).body.result.data;
      if (items[0]?.entity.id === String(id) && items[0].undoable)
        await store.change('admin.activity.undo', { seq: items[0].seq });
    },
  ];
  for (let step = 0; step < soak(6, 300); step++) {
    await changes[below(changes.length)]?.();
    await expectSoonFresh(t.url, PATIENT.timeout);
  }
});

test('an order’s items are missing from the next answer, and back after it is cancelled', {
  tags: 'long',
}, async () => {
  const stockOf = async () => (await t.client().query('catalog.bySlug', { slug: 'mug' })).body.result.data.variants[0];
  const { id, stock } = await stockOf();
  for (const quantity of [1, stock]) {
    const number = await store.sell(id, quantity);
    expect((await stockOf()).stock).toBe(stock - quantity);
    // A list may take a moment.
    await expectSoonFresh(t.url, PATIENT.timeout);
    await store.cancel(number);
    expect((await stockOf()).stock).toBe(stock);
    await expectSoonFresh(t.url, PATIENT.timeout);
  }
});

test('errors are not kept', async () => {
  const path = addressOf('bySlug', { slug: 'kettle' });
  for (let times = 0; times < 2; times++) expect((await t.client().send(path)).status).toBe(404);
  await store.create('Kettle', 2000);
  expect((await t.client().send(path)).status).toBe(200);
});

test('proxies may share answers among people without cookies, and browsers ask whether theirs is current', async () => {
  const { headers } = await t.client().send(listed);
  expect(headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=1\b/);
  expect((await store.admin.send(listed)).headers.get('cache-control')).toBe('private, no-cache');
  const known = { headers: { 'if-none-match': `"other", ${headers.get('etag')}` } };
  expect(await t.client().send(listed, known)).toMatchObject({ status: 304, text: '' });
  await store.create('Vase', 1000);
  expect((await t.client().send(listed, known)).status).toBe(200);
});

test('answers from the cache count towards the limits', { tags: 'long' }, async () => {
  await using limited = await startHttpStore({ withModel: true, rateLimits: true });
  const shopper = limited.client();
  const statuses: number[] = [];
  for (let times = 0; times < 601; times++) statuses.push((await shopper.send(listed)).status);
  expect(statuses.indexOf(429)).toBe(600);
  const refused = await shopper.send(listed);
  expect(refused.body.error.data).toMatchObject({ reason: 'too_many_requests' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});
