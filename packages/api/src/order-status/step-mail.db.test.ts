import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { beforeAll, expect, test } from 'vitest';
import { startAdminServices } from '../testing/admin-services.ts';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { planOf, statementsOf } from '../testing/statements.ts';
import { address, failureOf, stockProduct } from '../testing/test-services.ts';

const { t, api: admin } = await startAdminServices();
let variantId = 0;
beforeAll(async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Lamp', priceCents: 6000, stock: 50 });
  variantId = variantIds[0] ?? 0;
});

async function order(paymentMethod = 'sim_ok', quantity = 1) {
  const { api } = await t.shopper();
  const email = (await api.auth.me())?.email ?? '';
  await api.cart.add({ variantId, quantity });
  const input = { idempotencyKey: crypto.randomUUID(), expectedTotalCents: 6000 * quantity, shippingAddress: address };
  const placed = await api.checkout.place({ ...input, paymentMethod }).catch(() => null);
  return { api, email, number: placed?.order.number ?? '' };
}

/** The kinds and data of the mails to somebody, oldest first, but for those about the account. */
async function mailsTo(recipient: string): Promise<[string, object][]> {
  const rows = await OutboxMail.findAll({ where: { recipient }, order: ['id'], raw: true });
  return rows.flatMap(({ kind, data }): [string, object][] => (kind === 'welcome' ? [] : [[kind, data]]));
}

test('each step of an order is written about, with the note for the customer', async () => {
  const { email, number: orderNumber } = await order();
  await admin.admin.orders.setStatus({ number: orderNumber, status: 'shipped', note: 'One parcel.' });
  await admin.admin.orders.setStatus({ number: orderNumber, status: 'delivered' });
  const refund = { number: orderNumber, idempotencyKey: crypto.randomUUID(), amountCents: 1000, note: 'A scratch.' };
  await admin.admin.orders.refund(refund);
  // A repetition is no second refund.
  await admin.admin.orders.refund(refund);
  await admin.admin.orders.setStatus({ number: orderNumber, status: 'refunded' });
  expect(await mailsTo(email)).toEqual([
    ['order_placed', { orderNumber }],
    [
      'order_shipped',
      {
        orderNumber,
        note: 'One parcel.',
        parcel: expect.objectContaining({ items: [{ itemId: expect.any(Number), quantity: 1, before: 0 }] }),
      },
    ],
    ['order_delivered', { orderNumber, note: null }],
    ['order_refunded', { orderNumber, note: 'A scratch.', amountCents: 1000, refundId: expect.any(Number) }],
    ['order_refunded', { orderNumber, note: null, amountCents: 5000, refundId: expect.any(Number) }],
  ]);
});

test('a cancelled order says what goes back, and a refused step is not written about', async () => {
  const { api, email, number: orderNumber } = await order();
  await api.orders.cancel({ number: orderNumber });
  const refusal = await failureOf(admin.admin.orders.setStatus({ number: orderNumber, status: 'shipped' }));
  expect(refusal).toMatchObject({ code: 'CONFLICT' });
  expect(await mailsTo(email)).toEqual([
    ['order_placed', { orderNumber }],
    ['order_cancelled', { orderNumber, note: null, amountCents: 6000, refundId: expect.any(Number) }],
  ]);
});

test('a declined payment is written about', async () => {
  const { email } = await order('sim_declined');
  expect(await mailsTo(email)).toEqual([['payment_failed', { orderNumber: expect.stringMatching(/^L-/) }]]);
});

test('a guest is written to at the address of the order', async () => {
  const { api } = await guestWith(t, variantId);
  const checkout = guestCheckout();
  const { order } = await api.checkout.place(checkout);
  await admin.admin.orders.setStatus({ number: order.number, status: 'shipped' });
  expect((await mailsTo(checkout.email)).map(([kind]) => kind)).toEqual(['order_placed', 'order_shipped']);
});

/** Gives the mails to somebody an outcome, as the worker would. */
async function settle(recipient: string, outcome: Partial<Pick<OutboxMail, 'status' | 'attempts'>>) {
  await t.database.transaction(() => OutboxMail.update(outcome, { where: { recipient } }));
}

/** Ships the order, takes that back once the mail about it has this outcome, and returns the kinds of the mails. */
async function takenBack(outcome: Parameters<typeof settle>[1]) {
  const { email, number } = await order();
  const { revertibleStatus } = await admin.admin.orders.setStatus({ number, status: 'shipped' });
  await settle(email, outcome);
  await admin.admin.activity.undo({ seq: revertibleStatus?.seq ?? 0 });
  return (await mailsTo(email)).map(([kind]) => kind);
}

test('a mail that waits is withdrawn with its parcel', async () => {
  expect(await takenBack({})).toEqual(['order_placed']);
});

test('a customer who may have read about a parcel is told that it has not left', async () => {
  expect(await takenBack({ status: 'sent', attempts: 1 })).toEqual([
    'order_placed',
    'order_shipped',
    'shipment_withdrawn',
  ]);
  // It is on its way, or was tried in vain: it is not tried again.
  expect(await takenBack({ attempts: 1 })).toEqual(['order_placed', 'shipment_withdrawn']);
  expect(await takenBack({ status: 'failed', attempts: 8 })).toEqual(['order_placed', 'order_shipped']);
});

test('of two parcels, the mail about the one that is taken back is withdrawn', async () => {
  const { email, number } = await order(undefined, 3);
  const { items } = await admin.admin.orders.byNumber({ number });
  const one = [{ sku: items[0]?.sku ?? '', quantity: 1 }];
  await admin.admin.orders.fulfil({ number, items: one, trackingNumber: '1' });
  await settle(email, { status: 'sent', attempts: 1 });
  const { revertibleStatus } = await admin.admin.orders.fulfil({ number, items: one, trackingNumber: '2' });
  expect((await mailsTo(email)).at(-1)).toMatchObject([
    'order_partially_shipped',
    { parcel: { trackingNumber: '2', items: [{ quantity: 1, before: 1 }] } },
  ]);
  await admin.admin.activity.undo({ seq: revertibleStatus?.seq ?? 0 });
  expect(await mailsTo(email)).toMatchObject([
    ['order_placed', {}],
    ['order_partially_shipped', { parcel: { trackingNumber: '1' } }],
  ]);
});

test('a delivery that was none is not written about', async () => {
  const { email, number } = await order();
  await admin.admin.orders.setStatus({ number, status: 'shipped' });
  const { revertibleStatus } = await admin.admin.orders.setStatus({ number, status: 'delivered' });
  await admin.admin.activity.undo({ seq: revertibleStatus?.seq ?? 0 });
  expect((await mailsTo(email)).map(([kind]) => kind)).toEqual(['order_placed', 'order_shipped']);
});

test('the mails about a step that is taken back are read through an index', async () => {
  const { number } = await order();
  const { revertibleStatus } = await admin.admin.orders.setStatus({ number, status: 'shipped' });
  const undo = () => admin.admin.activity.undo({ seq: revertibleStatus?.seq ?? 0 });
  const [sql = ''] = (await statementsOf(t.database, undo)).filter((one) => /^SELECT .*outbox_mails/.test(one));
  expect(await planOf(t.database, sql)).toMatch(/ix_outbox_mails_about/);
});
