import { expect, test } from 'vitest';
import { verifyActivity } from '../../activity/verify.ts';
import { startAdminServices } from '../../testing/admin-services.ts';
import { address, failureOf, stockProduct } from '../../testing/test-services.ts';
import type { RouterInputs } from '../../types.ts';

const { t, api } = await startAdminServices();
const { promotions, activity, categories } = api.admin;

const unique = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}`;
const promote = (terms: Partial<RouterInputs['admin']['promotions']['create']> = {}) =>
  promotions.create({ code: unique('SPRING'), kind: 'percent', value: 10, active: true, ...terms });
const find = async (id: number) => (await promotions.list()).find((promotion) => promotion.id === id);
const entriesOf = async (id: number) => (await activity.list({ entity: `promotion:${id}` })).items;

/** Undoes the last change; returns the entry's number. */
async function undoLast(id: number): Promise<number> {
  const [last] = await entriesOf(id);
  return (await activity.undo({ seq: last?.seq ?? 0 })).seq;
}

/** Buys a lamp for €60 with the code. */
async function buyWith(code: string) {
  const { variantIds } = await stockProduct(t.services, { name: unique('Lamp'), priceCents: 6000 });
  const { api: shopper } = await t.shopper();
  await shopper.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  const { totalCents } = await shopper.cart.applyCoupon({ code });
  const input = { expectedTotalCents: totalCents, shippingAddress: address, paymentMethod: 'sim_ok' };
  const { order } = await shopper.checkout.place({ ...input, idempotencyKey: crypto.randomUUID() });
  return { shopper, number: order.number };
}

test('every term of a promotion is restored, and the undo can be undone', async () => {
  const lamps = await categories.create({ name: unique('Lamps') });
  const before = await promote({
    ...{ categorySlugs: [lamps.slug], minSubtotalCents: 3000, usageLimit: 20, perCustomerLimit: 1 },
    ...{ startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-03-31T00:00:00.000Z' },
  });
  const edit = { code: unique('SUMMER'), kind: 'fixed', value: 550, active: false } as const;
  const after = await promotions.update({ ...edit, id: before.id });
  await undoLast(before.id);
  expect(await find(before.id)).toEqual({ ...before, version: 3 });
  await undoLast(before.id);
  expect(await find(before.id)).toEqual({ ...after, version: 4 });
});

test('switching a promotion off is undone without touching what was changed since', async () => {
  const { id, code } = await promote();
  const terms = { id, code, kind: 'percent', value: 10 } as const;
  await promotions.update({ ...terms, active: false });
  const [switchedOff] = await entriesOf(id);
  await promotions.update({ ...terms, value: 25, active: false });
  await activity.undo({ seq: switchedOff?.seq ?? 0 });
  expect(await find(id)).toMatchObject({ value: 25, active: true });
  expect(await failureOf(activity.undo({ seq: switchedOff?.seq ?? 0 }))).toMatchObject({
    cause: { reason: 'changed_since', details: { field: 'active' } },
  });
});

test('a removed promotion comes back with its limits and the uses of the orders that stand', async () => {
  const promotion = await promote({ usageLimit: 2 });
  const { id, code } = promotion;
  const kept = await buyWith(code);
  const cancelled = await buyWith(code);
  await promotions.remove({ id });
  await cancelled.shopper.orders.cancel({ number: cancelled.number });
  expect(await kept.shopper.orders.byNumber({ number: kept.number })).toMatchObject({ couponCode: code });
  await undoLast(id);
  expect(await find(id)).toEqual({ ...promotion, used: 1 });
  await buyWith(code);
  expect((await failureOf(buyWith(code))).cause).toMatchObject({ reason: 'coupon_used_up' });
  await kept.shopper.orders.cancel({ number: kept.number });
  expect(await find(id)).toMatchObject({ used: 1 });
  expect(await verifyActivity()).toMatchObject({ ok: true });
});

test('a customer who has used a promotion cannot use it again once it is restored', async () => {
  const { id, code } = await promote({ perCustomerLimit: 1 });
  const { shopper } = await buyWith(code);
  await promotions.remove({ id });
  await undoLast(id);
  const { variantIds } = await stockProduct(t.services, { name: unique('Lamp'), priceCents: 6000 });
  await shopper.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  expect((await failureOf(shopper.cart.applyCoupon({ code }))).cause).toMatchObject({ reason: 'coupon_already_used' });
});

test('a removal cannot be undone once its code is taken or its category is gone, nor twice', async () => {
  const { slug, id: categoryId } = await categories.create({ name: unique('Rugs') });
  const { id, code } = await promote({ categorySlugs: [slug] });
  await promotions.remove({ id });
  const [removal] = await entriesOf(id);
  const undo = () => activity.undo({ seq: removal?.seq ?? 0 });
  const other = await promote({ code: code.toLowerCase() });
  expect((await failureOf(undo())).cause).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'code_taken', message: 'Another promotion has this code.' },
  });
  await promotions.remove({ id: other.id });
  await undo();
  expect((await failureOf(undo())).cause).toMatchObject({ reason: 'changed_since', details: { field: 'code' } });
  await undoLast(id);
  await categories.delete({ id: categoryId });
  const [again] = await entriesOf(id);
  expect((await failureOf(activity.undo({ seq: again?.seq ?? 0 }))).cause).toMatchObject({
    ...{ reason: 'changed_since', details: { field: 'categoryIds' } },
  });
});

test('undoing the creation of a promotion removes it, and undoing that restores it', async () => {
  const promotion = await promote();
  await undoLast(promotion.id);
  expect(await find(promotion.id)).toBeUndefined();
  await undoLast(promotion.id);
  expect(await find(promotion.id)).toEqual(promotion);
  expect((await entriesOf(promotion.id)).map(({ action, undoable }) => [action, undoable])).toEqual([
    ['promotion.undo', true],
    ['promotion.undo', true],
    ['promotion.create', true],
  ]);
});
