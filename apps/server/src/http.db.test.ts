import { mailedToken } from '@lantern/api/testing/mailed-token';
import { address, stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkout, type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

/* The API over real HTTP, as a client without tRPC sees it. */

let t: HttpStore;
let variantId: number;
beforeAll(async () => {
  t = await startHttpStore();
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000, stock: 50 });
  variantId = variantIds[0] ?? 0;
  await stockProduct(t.services, { name: 'Bowl', priceCents: 900, stock: 0 });
});
afterAll(() => t[Symbol.asyncDispose]());

test('an order can be placed over HTTP with just JSON and cookies', async () => {
  const { query, mutate } = t.client();
  expect((await query('auth.me')).body).toEqual({ result: { data: null } });
  expect((await query('catalog.categories')).body.result.data).toMatchObject([
    { slug: 'things', name: 'things', productCount: 2, children: [] },
  ]);
  expect((await query('catalog.list', { sort: 'price_asc' })).body.result.data).toMatchObject({
    items: [
      { slug: 'bowl', name: 'Bowl', priceCents: 900, imageUrl: null, inStock: false },
      { slug: 'mug', name: 'Mug', priceCents: 6000, imageUrl: null, inStock: true },
    ],
    nextCursor: null,
    total: 2,
  });
  expect((await query('catalog.search', { q: 'mgg' })).body.result.data.items).toMatchObject([{ slug: 'mug' }]);
  expect((await query('catalog.suggest', { q: 'mu' })).body.result.data).toMatchObject([{ slug: 'mug', name: 'Mug' }]);
  expect((await query('catalog.bySlug', { slug: 'mug' })).body.result.data).toMatchObject({
    slug: 'mug',
    description: 'A thing.',
    images: [],
    categories: [{ slug: 'things', name: 'things' }],
    variants: [{ id: variantId, sku: 'mug-0', options: {}, priceCents: 6000, stock: 50 }],
  });
  await mutate('cart.add', { variantId, quantity: 3 });
  await mutate('cart.update', { variantId, quantity: 1 });

  const account = newCustomer();
  const { user } = (await mutate('auth.register', account)).body.result.data;
  expect(user).toEqual({ id: expect.any(Number), email: account.email, name: 'Ada', role: 'customer' });
  expect((await query('auth.me')).body.result.data).toEqual(user);
  expect((await query('cart.get')).body.result.data).toMatchObject({
    items: [{ variantId, quantity: 1, unitPriceCents: 6000, lineTotalCents: 6000, available: 50, options: {} }],
    subtotalCents: 6000,
    shippingCents: 0,
    taxCents: 1000,
    totalCents: 6000,
  });
  expect((await query('account.shipping')).body.result.data).toBeNull();
  expect((await mutate('account.updateShipping', address)).body.result.data).toMatchObject(address);

  const { order } = (await mutate('checkout.place', checkout())).body.result.data;
  expect(order).toEqual({ number: expect.stringMatching(/^L-/), status: 'paid', totalCents: 6000 });
  expect((await query('orders.list', {})).body.result.data).toEqual({
    items: [
      { ...order, placedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), itemCount: 1, refundedCents: 0 },
    ],
    nextCursor: null,
  });
  const { number } = order;
  expect((await query('orders.byNumber', { number })).body.result.data).toMatchObject({
    number,
    items: [{ name: 'Mug', quantity: 1 }],
    shippingAddress: address,
    payment: { status: 'captured' },
    timeline: [{ status: 'pending' }, { status: 'paid' }],
  });
  expect((await mutate('orders.cancel', { number })).body.result.data.status).toBe('cancelled');
  expect((await mutate('cart.remove', { variantId })).body.result.data.items).toEqual([]);
  expect((await mutate('auth.logout')).body).toEqual({ result: { data: { ok: true } } });
  expect((await query('orders.list', {})).status).toBe(401);
  expect((await mutate('auth.login', { email: account.email, password: account.password })).status).toBe(200);
});

test('a batch returns a separate result for each call', async () => {
  const { send } = t.client();
  const input = encodeURIComponent(JSON.stringify({ 1: { slug: 'nothing' }, 2: { limit: 0 } }));
  const { status, body } = await send(`/trpc/auth.me,catalog.bySlug,catalog.list?batch=1&input=${input}`);
  expect(status).toBe(207);
  expect(body).toMatchObject([
    { result: { data: null } },
    { error: { data: { code: 'NOT_FOUND' } } },
    { error: { data: { fieldErrors: { limit: expect.anything() } } } },
  ]);
});

test('each language has the whole API, with the same session', async () => {
  const shopper = t.client();
  await shopper.mutate('auth.register', newCustomer());
  expect((await shopper.send('/de/trpc/auth.me')).body.result.data).toMatchObject({ name: 'Ada' });
  expect((await shopper.send('/de/trpc/cart.get')).headers.get('cache-control')).toBe('no-store');
  expect((await shopper.send('/fr/trpc/cart.get')).status).toBe(404);
});

test('the session cookie is HttpOnly and SameSite=Lax, and Secure over TLS', async () => {
  const { headers } = await t.client().mutate('auth.register', newCustomer());
  const cookie = headers.getSetCookie().find((line) => line.startsWith('session='));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).not.toMatch(/Secure/);
  const overTls = await t.app.inject({
    method: 'POST',
    url: '/trpc/auth.register',
    headers: { host: 'shop.example' },
    payload: newCustomer(),
  });
  const attributes = { secure: true, httpOnly: true, sameSite: 'Lax', path: '/' };
  expect(overTls.cookies).toMatchObject([
    { name: '__Host-device', ...attributes },
    { name: '__Host-session', ...attributes },
  ]);
});

test.each([
  ['spaces around a name', { name: '  Ada \t' }, 'Ada'],
  ['another alphabet', { name: 'Ада Лавлейс' }, 'Ада Лавлейс'],
  ['emoji, up to the limit', { name: '🦊'.repeat(50) }, '🦊'.repeat(50)],
  ['quotes and symbols', { name: `O'Brien "\\" %_ <b>&amp;` }, `O'Brien "\\" %_ <b>&amp;`],
])('%s: every database stores the same', async (_, { name }, stored) => {
  const { query, mutate } = t.client();
  await mutate('auth.register', { ...newCustomer(), name });
  expect((await query('auth.me')).body.result.data.name).toBe(stored);
});

test.each([
  ['spaces around it', ' mug ', 200],
  ['capitals', 'MUG', 404],
  ['an accent', 'müg', 404],
])('a slug with %s: every database finds the same', async (_, slug, status) => {
  expect((await t.client().query('catalog.bySlug', { slug })).status).toBe(status);
});

test('the log contains no passwords, tokens, cookies, emails or addresses', async () => {
  const { query, mutate, jar } = t.client();
  const account = newCustomer();
  await mutate('auth.register', account);
  await mutate('auth.login', { ...account, name: undefined, password: 'wrong pass phrase' });
  await mutate('account.updateShipping', address);
  await mutate('auth.requestPasswordReset', { email: account.email });
  const token = await mailedToken('password_reset', account.email);
  for (const _ of ['used', 'refused']) await mutate('auth.resetPassword', { token, newPassword: 'correct horses' });
  await mutate('auth.login', { email: account.email, password: 'correct horses' });
  await mutate('cart.add', { variantId, quantity: 1 });
  await mutate('checkout.place', { ...checkout(), paymentMethod: 'sim_timeout' });
  const guest = t.client();
  await guest.mutate('cart.add', { variantId, quantity: 1 });
  const placed = await guest.mutate('checkout.place', { ...checkout(), email: newCustomer().email });
  const { number, accessToken } = placed.body.result.data.order;
  expect((await guest.query('orders.byNumber', { number, accessToken })).status).toBe(200);
  const forged = `${accessToken}x`;
  expect((await guest.query('orders.byNumber', { number, accessToken: forged })).status).toBe(404);
  expect((await guest.mutate('orders.cancel', { number, accessToken: forged })).status).toBe(404);
  await query('catalog.search', { q: 'Lovelace' });
  // The error of a failed statement contains its values, and MariaDB repeats them in the message.
  const twice =
    'INSERT INTO users (email, name, passwordHash, createdAt, updatedAt) SELECT email, ?, ?, createdAt, updatedAt FROM users';
  await t.database
    .transaction(() => t.database.sequelize.query(twice, { replacements: ['Lovelace', 'correct horse'] }))
    .catch((err) => t.services.log.error({ err }, 'failed on purpose'));
  const written = t.log.join('');
  expect(written).toContain('"path":"/trpc/checkout.place"');
  expect(written).toContain('"reqId"');
  expect(written).toContain('failed on purpose');
  for (const secret of [
    token,
    accessToken,
    'correct horse',
    'wrong pass',
    '@example.com',
    'Lovelace',
    'James',
    'SW1Y',
    'session=',
    'sim_',
    ...jar.values(),
    ...guest.jar.values(),
  ]) {
    expect(written).not.toContain(secret);
  }
});
