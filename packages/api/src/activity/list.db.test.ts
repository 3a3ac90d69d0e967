import { User } from '@lantern/db/models/user';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { activityHead } from './service.ts';

let t: TestServices;
let mira: Awaited<ReturnType<TestServices['admin']>>;
let jo: Awaited<ReturnType<TestServices['admin']>>;
let lampsId = 0;
beforeAll(async () => {
  t = await startTestServices();
  mira = await t.admin('Mira');
  jo = await t.admin('Jo');
  lampsId = (await mira.api.admin.categories.create({ name: 'Lamps' })).id;
  await jo.api.admin.categories.create({ name: 'Mugs' });
  await jo.api.admin.categories.update({ id: lampsId, name: 'Lights' });
  const variants = [{ sku: 'RUG', priceCents: 9900, stock: 1 }];
  await mira.api.admin.products.create({ name: 'Rug', description: '', status: 'draft', categorySlugs: [], variants });
});
afterAll(() => t[Symbol.asyncDispose]());

type Filters = Parameters<typeof mira.api.admin.activity.list>[0];
const found = async (filters: Filters) =>
  (await mira.api.admin.activity.list(filters)).items.map(({ action, entity }) => `${action} ${entity.label}`);

test('the log lists entries newest first, filtered by actor, action, entity and time', async () => {
  expect(await found({})).toEqual([
    'product.create Rug',
    'category.update Lights',
    'category.create Mugs',
    'category.create Lamps',
  ]);
  const { id } = await User.findOne({ where: { email: jo.email }, rejectOnEmpty: true });
  for (const actor of [jo.email, 'JO-', String(id)]) {
    expect(await found({ actor })).toEqual(['category.update Lights', 'category.create Mugs']);
  }
  expect(await found({ action: 'category' })).toHaveLength(3);
  expect(await found({ action: 'category.update' })).toEqual(['category.update Lights']);
  expect(await found({ entity: 'product' })).toEqual(['product.create Rug']);
  expect(await found({ entity: `category:${lampsId}` })).toEqual(['category.update Lights', 'category.create Lamps']);
  const now = Date.now();
  expect(await found({ from: new Date(now - 60_000).toISOString(), to: new Date(now + 1).toISOString() })).toHaveLength(
    4,
  );
  expect(await found({ from: new Date(now + 60_000).toISOString() })).toEqual([]);
  expect(await found({ actor: '%' })).toEqual([]);
});

test('the log is paged by cursor and returns the head number for the stream', async () => {
  const first = await mira.api.admin.activity.list({ limit: 3 });
  expect(first).toMatchObject({ headSeq: 4, items: [{ seq: 4 }, { seq: 3 }, { seq: 2 }] });
  const rest = await mira.api.admin.activity.list({ limit: 3, cursor: first.nextCursor });
  expect(rest).toMatchObject({ nextCursor: null, items: [{ seq: 1 }] });
  expect(await failureOf(mira.api.admin.activity.list({ cursor: 'nonsense' }))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('names resolves ids, SKUs and numbers of orders to what the things are called now', async () => {
  const { products, activity, users, pages } = mira.api.admin;
  const vase = { name: 'Vase', description: '', status: 'draft' as const, categorySlugs: ['mugs'] };
  const [red, blue] = ['Red', 'Blue'].map((Colour) => ({
    sku: `VASE-${Colour}`,
    options: { Colour },
    priceCents: 100,
    stock: 1,
  }));
  if (!red || !blue) throw new Error('Two variants expected.');
  const images = [{ url: '/media/vase.webp', alt: '' }];
  const { id, version, variants } = await products.create({ ...vase, images, variants: [red, blue] });
  const kept = variants.flatMap((variant) => (variant.sku === blue.sku ? variant : []));
  await products.update({ id, version, variants: kept });
  const { items } = await users.list({ role: 'admin', q: jo.email });
  const userId = items[0]?.id ?? 0;
  const page = await pages.create({ title: 'Care', markdown: 'Wash it.', inFooter: false, published: false });
  const { variantIds } = await stockProduct(t.services, { name: 'Ink pot', priceCents: 6000 });
  const { api: shopper } = await t.shopper();
  await shopper.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  const { order } = await shopper.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 6000,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  const asked = { products: [id, 999_999], users: [userId, 999_999], pages: [page.id], orders: [order.number] };
  expect(await activity.names(asked)).toEqual({
    products: [
      {
        id,
        name: 'Vase',
        imageUrl: '/media/vase.webp',
        accent: expect.any(Number),
        variants: [
          { sku: red.sku, options: red.options, imageUrl: null },
          { sku: blue.sku, options: blue.options, imageUrl: null },
        ],
      },
    ],
    users: [{ id: userId, name: items[0]?.name }],
    orders: [
      {
        number: order.number,
        items: [{ sku: expect.any(String), name: 'Ink pot', options: expect.anything(), imageUrl: null }],
      },
    ],
    pages: [{ id: page.id, title: 'Care' }],
    promotions: [],
    deliveryMethods: [],
  });
  const many = Array.from({ length: 101 }, (_, n) => n + 1);
  expect(await failureOf(activity.names({ products: many }))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('a stored entry comes with what proves that nobody has altered it', async () => {
  const { items } = await mira.api.admin.activity.list({ limit: 1 });
  const [newest] = items;
  const stored = await mira.api.admin.activity.stored({ seq: newest?.seq ?? 0 });
  const { hash } = await activityHead();
  expect(stored).toMatchObject({ seq: newest?.seq, at: newest?.at, changes: newest?.changes, hash });
  const before = await mira.api.admin.activity.stored({ seq: stored.seq - 1 });
  expect(stored.previousHash).toBe(before.hash);
  expect(await failureOf(mira.api.admin.activity.stored({ seq: 999_999 }))).toMatchObject({ code: 'NOT_FOUND' });
});
