import { expect, test } from 'vitest';
import { startAdminServices } from '../testing/admin-services.ts';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { deliver } from '../testing/returns.ts';
import { sell } from '../testing/sale.ts';
import { failureOf, stockProduct } from '../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { admin } = api;
const DAY_MS = 24 * 60 * 60 * 1000;
const reason = 'Too bright.';

/** Moves a delivery to this many days ago. */
async function deliveredAgo(number: string, days: number): Promise<void> {
  const at = new Date(Date.now() - days * DAY_MS);
  await t.database.transaction(() =>
    t.database.execute(
      `UPDATE order_events SET createdAt = ? WHERE status = 'delivered'
        AND orderId = (SELECT id FROM orders WHERE number = ?)`,
      [at, number],
    ),
  );
}

test('a customer asks for a return of some items of a delivered order', async () => {
  const { number, sku, api: customer } = await deliver(t, admin, { quantity: 3 });
  const before = await customer.orders.byNumber({ number });
  expect(before).toMatchObject({ returns: [], items: [{ returnableQuantity: 3 }] });
  expect(Date.parse(before.returnableUntil ?? '') - Date.now()).toBeGreaterThan(29.9 * DAY_MS);
  const line = { sku, quantity: 1 };
  const after = await customer.orders.requestReturn({ number, items: [line, line], reason: '  Too\r\nbright. ' });
  expect(after).toMatchObject({ number, items: [{ returnableQuantity: 1 }] });
  expect(after.returns).toEqual([
    {
      id: expect.any(Number),
      number: `${number}-R1`,
      status: 'requested',
      reason: 'Too\nbright.',
      note: null,
      requestedAt: expect.stringMatching(/Z$/),
      decidedAt: null,
      receivedAt: null,
      items: [{ sku, name: expect.stringContaining('Lamp'), options: {}, quantity: 2 }],
    },
  ]);
  expect(await customer.orders.byNumber({ number })).toEqual(after);
});

test('a guest asks for a return with the link to the order alone', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Guest lamp', priceCents: 6000 });
  const { api: guest } = await guestWith(t, variantIds[0] ?? 0);
  const { order } = await guest.checkout.place(guestCheckout());
  const { number, accessToken = '' } = order;
  await admin.orders.setStatus({ number, status: 'shipped' });
  await admin.orders.setStatus({ number, status: 'delivered' });
  const input = { number, items: [{ sku: 'guest-lamp-0', quantity: 1 }], reason };
  const { api: stranger } = await t.shopper();
  expect(await failureOf(stranger.orders.requestReturn(input))).toMatchObject({ code: 'NOT_FOUND' });
  const forged = { ...input, accessToken: `${accessToken.slice(0, -1)}!` };
  expect(await failureOf(t.browser().api.orders.requestReturn(forged))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failureOf(t.browser().api.orders.requestReturn(input))).toMatchObject({ code: 'UNAUTHORIZED' });
  const { returns } = await t.browser().api.orders.requestReturn({ ...input, accessToken });
  expect(returns).toMatchObject([{ status: 'requested' }]);
});

test('only delivered orders are returned, for 30 days', async () => {
  const sale = await sell(t);
  const { number, api: customer } = sale;
  const { items, returnableUntil } = await customer.orders.byNumber({ number });
  expect(returnableUntil).toBeNull();
  const ask = () =>
    customer.orders.requestReturn({ number, items: [{ sku: items[0]?.sku ?? '', quantity: 1 }], reason });
  const refusal = (reason: string) => ({ code: 'CONFLICT', cause: { reason } });
  expect(await failureOf(ask())).toMatchObject(refusal('not_delivered'));
  await admin.orders.setStatus({ number, status: 'shipped' });
  expect(await failureOf(ask())).toMatchObject(refusal('not_delivered'));
  await admin.orders.setStatus({ number, status: 'delivered' });
  await deliveredAgo(number, 30.01);
  expect(await failureOf(ask())).toMatchObject(refusal('return_too_late'));
  await deliveredAgo(number, 29.99);
  expect((await ask()).returns).toHaveLength(1);
});

test('no more is returned than was bought, is not in another return and did not come back otherwise', async () => {
  const { number, sku, api: customer } = await deliver(t, admin, { quantity: 4 });
  const ask = (quantity: number) => customer.orders.requestReturn({ number, items: [{ sku, quantity }], reason });
  const tooMany = (available: number) => ({ cause: { reason: 'return_too_many', details: { sku, available } } });
  expect(await failureOf(ask(5))).toMatchObject({ code: 'CONFLICT', ...tooMany(4) });
  const first = (await ask(2)).returns[0];
  expect(await failureOf(ask(3))).toMatchObject(tooMany(2));
  await admin.returns.decide({ id: first?.id ?? 0, accept: false, note: 'It was used.' });
  const [item] = (await admin.orders.byNumber({ number })).items;
  const restock = [{ itemId: item?.id ?? 0, quantity: 1 }];
  await admin.orders.refund({ number, amountCents: 100, restock, idempotencyKey: crypto.randomUUID() });
  expect(await failureOf(ask(4))).toMatchObject(tooMany(3));
  const second = (await ask(2)).returns[1];
  await admin.returns.decide({ id: second?.id ?? 0, accept: true });
  await admin.returns.receive({ id: second?.id ?? 0 });
  expect(await failureOf(ask(2))).toMatchObject(tooMany(1));
  expect((await ask(1)).returns.map(({ number, status }) => [number, status])).toEqual([
    [`${number}-R1`, 'refused'],
    [`${number}-R2`, 'received'],
    [`${number}-R3`, 'requested'],
  ]);
});

test('what is not in the order, no items, and no reason are refused', async () => {
  const { number, sku, api: customer } = await deliver(t, admin);
  const ask = (input: object) =>
    failureOf(customer.orders.requestReturn({ number, items: [{ sku, quantity: 1 }], reason, ...input }));
  expect(await ask({ items: [{ sku: 'OTHER', quantity: 1 }] })).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { items: ['OTHER is not in this order.'] } },
  });
  expect(await ask({ items: [] })).toMatchObject({ code: 'BAD_REQUEST' });
  expect(await ask({ reason: ' \n ' })).toMatchObject({ code: 'BAD_REQUEST' });
  expect(await ask({ reason: 'x'.repeat(501) })).toMatchObject({ code: 'BAD_REQUEST' });
  expect((await customer.orders.byNumber({ number })).returns).toEqual([]);
});

test('two requests at once for the last item make one return', async () => {
  const { number, sku, api: customer } = await deliver(t, admin);
  const ask = () => customer.orders.requestReturn({ number, items: [{ sku, quantity: 1 }], reason });
  const outcomes = await Promise.allSettled([ask(), ask(), ask()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason.cause).toMatchObject({ reason: 'return_too_many' });
  }
  expect((await customer.orders.byNumber({ number })).returns).toHaveLength(1);
});
