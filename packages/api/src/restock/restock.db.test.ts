import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { Product } from '@lantern/db/models/product';
import { RestockWish } from '@lantern/db/models/restock-wish';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { afterEach, expect, test } from 'vitest';
import { ago, DAY_MS } from '../shared/dates.ts';
import { RequestLimits } from '../shared/request-limits.ts';
import { startAdminServices } from '../testing/admin-services.ts';
import { address, failureOf, stockProduct } from '../testing/test-services.ts';
import { mailRestockWishes } from './mail-wishes.ts';
import { sweepWishes } from './sweep.ts';

const { t, api } = await startAdminServices();
afterEach(() =>
  t.database.transaction(async () => {
    await RestockWish.destroy({ where: {} });
    await OutboxMail.destroy({ where: {} });
  }),
);

const newEmail = () => `${crypto.randomUUID()}@example.com`;
const ask = (variantId: number, email: string) => t.browser().api.restock.ask({ variantId, email });
const setStock = (id: number, stock: number) =>
  t.database.transaction(() => Variant.update({ stock }, { where: { id } }));

/** The id of the only variant of a new product. */
async function sold(stock = 0, name = `Lamp ${crypto.randomUUID()}`): Promise<number> {
  const { variantIds } = await stockProduct(t.services, { name, priceCents: 6000, stock });
  return variantIds[0] ?? 0;
}

/** Who gets mail about what is back, oldest first. */
async function recipients(): Promise<string[]> {
  const mails = await OutboxMail.findAll({ where: { kind: 'back_in_stock' }, order: ['id'], raw: true });
  return mails.map(({ recipient }) => recipient);
}

test('a wish is mailed once, when there is stock again', async () => {
  const variantId = await sold(0, 'Teapot');
  const [email, second] = [newEmail(), newEmail()];
  for (const who of [email, second, email]) expect(await ask(variantId, who)).toEqual({ ok: true });
  expect(await RestockWish.count()).toBe(2);
  expect(await mailRestockWishes(t.services)).toBe(0);
  await setStock(variantId, 1);
  expect(await mailRestockWishes(t.services)).toBe(2);
  expect(await mailRestockWishes(t.services)).toBe(0);
  expect(await recipients()).toEqual([email, second]);
  expect(await RestockWish.count()).toBe(0);
  const [mail] = await OutboxMail.findAll({ raw: true });
  expect(mail?.data).toEqual({ email, name: 'Teapot', options: {}, slug: 'teapot', sku: 'teapot-0' });
});

test('what shoppers cannot see or can buy is refused', async () => {
  const variantId = await sold(3);
  const email = newEmail();
  expect(await failureOf(ask(variantId, email))).toMatchObject({ code: 'CONFLICT', cause: { reason: 'in_stock' } });
  expect(await failureOf(ask(2_000_000_000, email))).toMatchObject({ code: 'NOT_FOUND' });
  const hidden = await sold();
  const { productId } = await Variant.findByPk(hidden, { rejectOnEmpty: true });
  await t.database.transaction(() => Product.update({ status: 'draft' }, { where: { id: productId } }));
  expect(await failureOf(ask(hidden, email))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await RestockWish.count()).toBe(0);
});

test('nobody hears of what is hidden, archived or sold out again, and everybody does afterwards', async () => {
  const variantId = await sold();
  await ask(variantId, newEmail());
  const { productId } = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  const status = (to: 'draft' | 'active') =>
    t.database.transaction(() => Product.update({ status: to }, { where: { id: productId } }));
  const archive = (archivedAt: Date | null) =>
    t.database.transaction(() => Variant.unscoped().update({ archivedAt }, { where: { id: variantId } }));
  await setStock(variantId, 5);
  await status('draft');
  expect(await mailRestockWishes(t.services)).toBe(0);
  await status('active');
  await archive(new Date());
  expect(await mailRestockWishes(t.services)).toBe(0);
  await archive(null);
  await setStock(variantId, 0);
  expect(await mailRestockWishes(t.services)).toBe(0);
  await setStock(variantId, 5);
  expect(await mailRestockWishes(t.services)).toBe(1);
});

test('stock comes back by a cancellation and by an edit at once, and several servers see it: one mail', async () => {
  const variantId = await sold(1);
  const { api: buyer } = await t.shopper();
  await buyer.cart.add({ variantId, quantity: 1 });
  const payment = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_ok' };
  const { order } = await buyer.checkout.place({ ...payment, idempotencyKey: crypto.randomUUID() });
  const email = newEmail();
  await ask(variantId, email);
  const { productId } = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  const { version, variants } = await api.admin.products.byId({ id: productId });
  const more = variants.map(({ stock, ...rest }) => ({ ...rest, stock: stock + 4, stockBefore: stock }));
  const mailing = () => mailRestockWishes(t.services);
  await Promise.all([
    buyer.orders.cancel({ number: order.number }).then(mailing),
    api.admin.products.update({ id: productId, version, variants: more }).then(mailing),
    mailing(),
    mailing(),
  ]);
  await mailing();
  expect(await recipients()).toEqual([email]);
});

test('a thousand wishes are mailed in batches, oldest first, by servers that race for them', async () => {
  const variantId = await sold();
  const emails = Array.from({ length: 1000 }, newEmail);
  await t.database.transaction(() => RestockWish.bulkCreate(emails.map((email) => ({ variantId, email }))));
  await setStock(variantId, 2);
  const stopped = AbortSignal.abort();
  expect(await mailRestockWishes(t.services, stopped)).toBe(100);
  expect(await recipients()).toEqual(emails.slice(0, 100));
  const queued = await Promise.all([1, 2, 3].map(() => mailRestockWishes(t.services)));
  expect(queued.reduce((sum, count) => sum + count)).toBe(900);
  expect((await recipients()).sort()).toEqual([...emails].sort());
  expect(await RestockWish.count()).toBe(0);
});

test('the wish of an account goes to the email that it has by then, once, and to none that is disabled', async () => {
  const [variantId, other] = [await sold(), await sold()];
  const { api: shopper } = await t.shopper();
  const me = await shopper.auth.me();
  const [email, later] = [me?.email ?? '', newEmail()];
  await shopper.restock.ask({ variantId, email });
  await shopper.restock.ask({ variantId: other, email });
  await ask(variantId, later);
  const change = (values: { email?: string; disabled?: boolean }) =>
    t.database.transaction(() => User.update(values, { where: { id: me?.id ?? 0 } }));
  await change({ email: later });
  await setStock(variantId, 1);
  expect(await mailRestockWishes(t.services)).toBe(1);
  expect(await recipients()).toEqual([later]);
  await change({ disabled: true });
  await setStock(other, 1);
  expect(await mailRestockWishes(t.services)).toBe(0);
  expect(await RestockWish.count()).toBe(0);
});

test('a link ends the wishes of its mailbox, and nobody else can', async () => {
  const [variantId, other] = [await sold(), await sold()];
  const { api: shopper } = await t.shopper();
  const me = await shopper.auth.me();
  const [before, now, stranger] = [me?.email ?? '', newEmail(), newEmail()];
  await shopper.restock.ask({ variantId, email: before });
  await t.database.transaction(() => User.update({ email: now }, { where: { id: me?.id ?? 0 } }));
  for (const email of [now, stranger]) await ask(other, email);
  const token = await t.services.stopTokens.issue(now);
  const [, signature] = token.split('.');
  const forged = `${Buffer.from(stranger).toString('base64url')}.${signature}`;
  for (const wrong of [forged, `${token}x`, 'x', `.${signature}`, await t.services.accessTokens.issue(stranger)]) {
    const refusal = { code: 'BAD_REQUEST', cause: { reason: 'token_invalid' } };
    expect(await failureOf(t.browser().api.restock.stop({ token: wrong }))).toMatchObject(refusal);
  }
  expect(await RestockWish.count()).toBe(3);
  for (const _ of [1, 2]) expect(await t.browser().api.restock.stop({ token })).toEqual({ ok: true });
  expect((await RestockWish.findAll({ raw: true })).map(({ email }) => email)).toEqual([stranger]);
});

test('a wish lasts a year from when it was last asked for', async () => {
  const variantId = await sold();
  const [old, renewed] = [newEmail(), newEmail()];
  for (const email of [old, renewed]) await ask(variantId, email);
  const at = ago(366 * DAY_MS);
  await t.database.transaction(() =>
    t.database.sequelize.query('UPDATE restock_wishes SET updatedAt = :at', { replacements: { at } }),
  );
  await ask(variantId, renewed);
  expect(await sweepWishes(t.services)).toBe(1);
  expect((await RestockWish.findAll({ raw: true })).map(({ email }) => email)).toEqual([renewed]);
});

test('a mailbox can wait for twenty things an hour, whether or not it has an account', async () => {
  const variantId = await sold();
  const { api: shopper } = await t.shopper();
  const { requestLimits } = t.services;
  t.services.requestLimits = new RequestLimits(true);
  const known = (await shopper.auth.me())?.email ?? '';
  for (const email of [known, newEmail()]) {
    for (let count = 0; count < 20; count++) expect(await ask(variantId, email)).toEqual({ ok: true });
    expect(await failureOf(ask(variantId, email))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  }
  t.services.requestLimits = requestLimits;
});

test('admins see how many wait', async () => {
  const variantId = await sold();
  for (const email of [newEmail(), newEmail()]) await ask(variantId, email);
  const { productId } = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  const [variant] = (await api.admin.products.byId({ id: productId })).variants;
  const waiting = { variantId, sku: variant?.sku, options: {}, people: 2 };
  expect(await api.admin.products.waiting({ id: productId })).toEqual([waiting]);
  const { lowStock } = await api.admin.dashboard({ days: 1 });
  expect(lowStock.find((one) => one.variantId === variantId)).toMatchObject({ stock: 0, waiting: 2 });
});
