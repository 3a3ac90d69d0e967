import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken } from '../shared/token-hash.ts';
import { statementsOf } from '../testing/statements.ts';
import { failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { linesOf } from './lines.ts';
import { addToCart } from './service.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

async function variantOf(name: string, stock = 10, priceCents = 1000): Promise<number> {
  const [id] = (await stockProduct(t.services, { name, stock, priceCents })).variantIds;
  if (id === undefined) throw new Error('No variant.');
  return id;
}

test('a guest can add to, change and empty a cart', async () => {
  const { api } = t.browser();
  const variantId = await variantOf('Mug');
  expect((await api.cart.get()).items).toEqual([]);
  const cart = await api.cart.add({ variantId, quantity: 2 });
  expect(cart.items).toMatchObject([
    { variantId, slug: 'mug', quantity: 2, unitPriceCents: 1000, lineTotalCents: 2000, available: 10 },
  ]);
  expect(cart).toMatchObject({ subtotalCents: 2000, shippingCents: 490, totalCents: 2490 });
  expect((await api.cart.update({ variantId, quantity: 6 })).totalCents).toBe(6000);
  expect((await api.cart.update({ variantId, quantity: 0 })).items).toEqual([]);
  await api.cart.add({ variantId, quantity: 1 });
  expect((await api.cart.remove({ variantId })).items).toEqual([]);
  expect((await api.cart.remove({ variantId })).items).toEqual([]);
});

test('adding more than the stock adds what is available and reports how many that is', async () => {
  const { api } = t.browser();
  const variantId = await variantOf('Rare mug', 3);
  const failure = await failureOf(api.cart.add({ variantId, quantity: 5 }));
  expect(failure).toMatchObject({ code: 'CONFLICT', cause: { reason: 'out_of_stock', details: { available: 3 } } });
  expect((await api.cart.get()).items).toMatchObject([{ quantity: 3, available: 3 }]);
  const soldOut = await variantOf('Gone mug', 0);
  expect(await failureOf(api.cart.add({ variantId: soldOut, quantity: 1 }))).toMatchObject({
    cause: { reason: 'out_of_stock' },
  });
});

test('the limit per line item is reported as a limit while more are in stock', async () => {
  const { api } = t.browser();
  const [plenty, short] = [await variantOf('Nail', 5000), await variantOf('Screw', 950)];
  const limit = {
    code: 'CONFLICT',
    cause: { message: expect.stringContaining('at most 999'), reason: 'quantity_limit', details: { max: 999 } },
  };
  await api.cart.add({ variantId: plenty, quantity: 900 });
  expect(await failureOf(api.cart.add({ variantId: plenty, quantity: 100 }))).toMatchObject(limit);
  expect((await api.cart.get()).items).toMatchObject([{ quantity: 999, available: 5000 }]);
  await api.cart.add({ variantId: short, quantity: 900 });
  expect(await failureOf(api.cart.add({ variantId: short, quantity: 100 }))).toMatchObject({
    cause: { reason: 'out_of_stock', details: { available: 950 } },
  });
  // A quantity above the limit is refused as a field error, before the stock is checked.
  expect(await failureOf(api.cart.update({ variantId: plenty, quantity: 1000 }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { issues: [{ path: ['quantity'], message: 'You can order at most 999 of one item.' }] },
  });
  expect((await api.cart.get()).items.map(({ quantity }) => quantity)).toEqual([999, 950]);
});

test('concurrent additions from several tabs are all kept', async () => {
  const { api } = t.browser();
  const ids = await Promise.all(['Cup', 'Bowl', 'Plate', 'Jug'].map((name) => variantOf(name, 100)));
  await api.cart.get();
  await Promise.all(
    [...ids, ...ids, ...ids, ...ids, ...ids].map((variantId) => api.cart.add({ variantId, quantity: 1 })),
  );
  expect((await api.cart.get()).items.map(({ quantity }) => quantity)).toEqual([5, 5, 5, 5]);
});

test('a changed price is shown with the previous one', async () => {
  const { Variant } = await import('@lantern/db/models/variant');
  const { api } = t.browser();
  const variantId = await variantOf('Dear mug');
  await api.cart.add({ variantId, quantity: 1 });
  await t.services.database.transaction(() => Variant.update({ priceCents: 1200 }, { where: { id: variantId } }));
  expect((await api.cart.get()).items).toMatchObject([{ unitPriceCents: 1200, previousUnitPriceCents: 1000 }]);
});

test('the guest cart is merged at login, keeping the larger quantity of a line', async () => {
  const browser = t.browser();
  const [both, only] = await Promise.all([variantOf('Both'), variantOf('Only')]);
  const account = { email: `merge-${crypto.randomUUID()}@example.com`, password: 'correct horse' };
  await browser.api.cart.add({ variantId: only, quantity: 1 });
  await browser.api.auth.register({ ...account, name: 'Mo' });
  await browser.api.cart.add({ variantId: both, quantity: 1 });
  await browser.api.auth.logout();
  expect((await browser.api.cart.get()).items).toEqual([]);
  await browser.api.cart.add({ variantId: both, quantity: 3 });
  await browser.api.auth.login(account);
  const lines = (await browser.api.cart.get()).items.map(({ variantId, quantity }) => ({ variantId, quantity }));
  expect(lines).toEqual([
    { variantId: only, quantity: 1 },
    { variantId: both, quantity: 3 },
  ]);
});

test('the next user of the same browser does not see the previous cart', async () => {
  const browser = await t.shopper('First');
  await browser.api.cart.add({ variantId: await variantOf('Secret'), quantity: 1 });
  await browser.api.auth.logout();
  await browser.api.auth.register({
    name: 'Next',
    email: `next-${crypto.randomUUID()}@example.com`,
    password: 'correct horse',
  });
  expect((await browser.api.cart.get()).items).toEqual([]);
});

test('a login over an open session does not show the other user’s cart, nor does a later logout', async () => {
  const second = { email: `b-${crypto.randomUUID()}@example.com`, password: 'correct horse' };
  await t.browser().api.auth.register({ ...second, name: 'B' });
  const browser = await t.shopper('A');
  await browser.api.cart.add({ variantId: await variantOf('Of A'), quantity: 1 });
  await browser.api.auth.login(second);
  expect((await browser.api.cart.get()).items).toEqual([]);
  await browser.api.auth.logout();
  expect((await browser.api.cart.get()).items).toEqual([]);
});

test('neither adding to a cart nor merging carts changes the stock', async () => {
  const variantId = await variantOf('Wok', 3);
  const [one, two] = [t.browser(), await t.shopper()];
  await one.api.cart.add({ variantId, quantity: 3 });
  expect((await two.api.cart.add({ variantId, quantity: 3 })).items).toMatchObject([{ quantity: 3, available: 3 }]);
});

test.each([
  ['a fraction', { variantId: 1, quantity: 1.5 }],
  ['zero', { variantId: 1, quantity: 0 }],
  ['a negative number', { variantId: 1, quantity: -1 }],
  ['a million', { variantId: 1, quantity: 1_000_000 }],
])('a quantity of %s is refused', async (_, input) => {
  expect(await failureOf(t.browser().api.cart.add(input))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('a change queries the cart that it locks once, and not at all if its cookie is new', async () => {
  const { api } = t.browser();
  const variantId = await variantOf('Spoon');
  const cartQueries = async (work: () => Promise<unknown>) => {
    const statements = await statementsOf(t.database, work);
    return statements.filter((sql) => /^SELECT [^(]* FROM carts WHERE tokenHash = /.test(sql)).length;
  };
  expect(await cartQueries(() => api.cart.add({ variantId, quantity: 1 }))).toBe(0);
  expect(await cartQueries(() => api.cart.add({ variantId, quantity: 1 }))).toBe(1);
  expect(await cartQueries(() => api.cart.remove({ variantId }))).toBe(1);
  const { api: returning } = t.browser();
  await returning.cart.get();
  expect(await cartQueries(() => returning.cart.add({ variantId, quantity: 1 }))).toBe(1);
});

test('two requests with one new cookie make one cart', async () => {
  const owner = { tokenHash: hashToken(crypto.randomUUID()), isNew: true };
  const access = { owner, language: null, beforeCreate: async () => undefined };
  const [fork, knife] = [await variantOf('Fork'), await variantOf('Knife')];
  await Promise.all([
    addToCart(t.services, access, { variantId: fork, quantity: 1 }),
    addToCart(t.services, access, { variantId: knife, quantity: 2 }),
  ]);
  const lines = await linesOf(t.database, { tokenHash: owner.tokenHash });
  expect(new Set(lines.map(({ variantId, quantity }) => [variantId, quantity].join()))).toEqual(
    new Set([`${fork},1`, `${knife},2`]),
  );
});

test('an unknown variant is not found', async () => {
  expect(await failureOf(t.browser().api.cart.add({ variantId: 999_999, quantity: 1 }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a guest’s request from another tab that arrives after the login changes the account’s cart', async () => {
  const [held, fresh] = [await variantOf('Held'), await variantOf('Fresh')];
  for (const begin of [
    (api: ReturnType<TestServices['browser']>['api']) => api.cart.add({ variantId: held, quantity: 2 }),
    (api: ReturnType<TestServices['browser']>['api']) => api.cart.get(),
  ]) {
    const browser = t.browser();
    const had = (await begin(browser.api)).items.length;
    const late = t.browser();
    for (const [name, value] of browser.jar) late.jar.set(name, value);
    const email = `late-${crypto.randomUUID()}@example.com`;
    await browser.api.auth.register({ name: 'La', email, password: 'correct horse' });
    await late.api.cart.add({ variantId: held, quantity: 1 });
    const cart = await late.api.cart.add({ variantId: fresh, quantity: 1 });
    expect((await browser.api.cart.get()).items).toEqual(cart.items);
    expect(cart.items).toMatchObject([{ quantity: had === 0 ? 1 : 3 }, { quantity: 1 }]);
    // A second login merges nothing more, and after the logout the cart is empty.
    for (const [name, value] of late.jar) browser.jar.set(name, value);
    await browser.api.auth.login({ email, password: 'correct horse' });
    expect((await browser.api.cart.get()).items).toEqual(cart.items);
    for (const [name, value] of late.jar) browser.jar.set(name, value);
    await browser.api.auth.logout();
    expect((await browser.api.cart.get()).items).toEqual([]);
    // Later the cookie is like that of any other guest.
    const past = new Date(Date.now() - 120_000);
    const sql = 'UPDATE carts SET updatedAt = :past WHERE joinedUserId IS NOT NULL';
    await t.database.transaction(() => t.database.sequelize.query(sql, { replacements: { past } }));
    expect((await late.api.cart.add({ variantId: fresh, quantity: 5 })).items).toMatchObject([{ quantity: 5 }]);
    expect((await late.api.cart.get()).items).toMatchObject([{ quantity: 5 }]);
  }
});
