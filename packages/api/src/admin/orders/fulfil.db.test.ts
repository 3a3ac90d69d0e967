import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { sell } from '../../testing/sale.ts';
import { address, failureOf, stockProduct } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { admin } = api;

const key = () => crypto.randomUUID();
const newest = async () => (await admin.activity.list({ limit: 1 })).items[0];

/** A paid order of three lamps and two mugs. */
async function sale() {
  const { api: customer } = await t.shopper();
  const buy = async (name: string, quantity: number) => {
    const { slug, variantIds } = await stockProduct(t.services, { name: `${name} ${key()}`, priceCents: 6000 });
    await customer.cart.add({ variantId: variantIds[0] ?? 0, quantity });
    return `${slug}-0`;
  };
  const lamp = await buy('Lamp', 3);
  const mug = await buy('Mug', 2);
  const { totalCents } = await customer.cart.get();
  const { order } = await customer.checkout.place({
    idempotencyKey: key(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  return { number: order.number, lamp, mug, customer };
}

async function mailsOf(number: string): Promise<string[]> {
  const mails = await OutboxMail.findAll({ order: ['id'], raw: true });
  return mails.filter(({ data }) => data.orderNumber === number).map(({ kind }) => kind);
}

test('an order goes in several parcels, which the customer, the log and the mails show', async () => {
  const { number, lamp, mug, customer } = await sale();
  const tracking = { carrier: 'DHL', trackingNumber: '4711', trackingUrl: 'https://dhl.example/4711' };
  const first = await admin.orders.fulfil({ number, items: [{ sku: lamp, quantity: 2 }], ...tracking });
  expect(first).toMatchObject({ status: 'partially_shipped', transitions: ['shipped', 'refunded'] });
  expect(first.items.map(({ unshippedQuantity }) => unshippedQuantity)).toEqual([1, 2]);
  expect(await newest()).toMatchObject({
    action: 'order.fulfil',
    changes: [
      { field: 'status', before: 'paid', after: 'partially_shipped' },
      { field: 'parcels.1.items', before: null, after: `2 × ${lamp}` },
      { field: 'parcels.1.carrier', after: 'DHL' },
      { field: 'parcels.1.trackingNumber', after: '4711' },
      { field: 'parcels.1.trackingUrl', after: 'https://dhl.example/4711' },
    ],
  });
  const second = await admin.orders.fulfil({ number, items: [{ sku: mug, quantity: 1 }], carrier: ' ' });
  expect(second.status).toBe('partially_shipped');
  const third = await admin.orders.fulfil({ number });
  expect(third).toMatchObject({ status: 'shipped', transitions: ['delivered', 'refunded'] });
  const seen = await customer.orders.byNumber({ number });
  const shippedAt = expect.any(String);
  const untracked = { carrier: null, trackingNumber: null, trackingUrl: null, shippedAt };
  expect(seen.parcels).toEqual([
    { ...tracking, shippedAt, items: [{ sku: lamp, quantity: 2 }] },
    { ...untracked, items: [{ sku: mug, quantity: 1 }] },
    {
      ...untracked,
      items: [
        { sku: lamp, quantity: 1 },
        { sku: mug, quantity: 1 },
      ],
    },
  ]);
  expect(seen.timeline.map(({ status }) => status)).toEqual([
    'pending',
    'paid',
    'partially_shipped',
    'partially_shipped',
    'shipped',
  ]);
  expect(seen.canCancel).toBe(false);
  expect(await mailsOf(number)).toEqual([
    'order_placed',
    'order_partially_shipped',
    'order_partially_shipped',
    'order_shipped',
  ]);
  expect(await admin.activity.verify()).toMatchObject({ ok: true });
});

test('more than is left is refused, and so is what is not in the order or has left', async () => {
  const { number, lamp } = await sale();
  const ship = (items: { sku: string; quantity: number }[]) => failureOf(admin.orders.fulfil({ number, items }));
  await admin.orders.fulfil({ number, items: [{ sku: lamp, quantity: 2 }] });
  expect(await ship([{ sku: lamp, quantity: 2 }])).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'parcel_too_large', details: { sku: lamp, available: 1 } },
  });
  const twice = { sku: lamp, quantity: 1 };
  expect(await ship([twice, twice])).toMatchObject({ cause: { reason: 'parcel_too_large' } });
  expect(await ship([{ sku: 'NOT-IN-IT', quantity: 1 }])).toMatchObject({ cause: { reason: 'parcel_too_large' } });
  expect((await admin.orders.byNumber({ number })).parcels).toHaveLength(1);
  await admin.orders.fulfil({ number });
  expect(await failureOf(admin.orders.fulfil({ number }))).toMatchObject({ cause: { reason: 'illegal_transition' } });
  expect(await failureOf(admin.orders.fulfil({ number: 'L-22222222' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'dhl.example/1', 'ftp://dhl.example', ' //dhl.example'])(
  'the tracking link %s is refused',
  async (trackingUrl) => {
    expect(await failureOf(admin.orders.fulfil({ number: 'L-22222222', trackingUrl }))).toMatchObject({
      code: 'BAD_REQUEST',
    });
  },
);

test('the link of a known carrier follows from the number, unless another one is given', async () => {
  const { number, lamp, mug } = await sale();
  const items = [{ sku: lamp, quantity: 1 }];
  const ups = { carrier: 'ups', trackingNumber: '1Z 999' };
  await admin.orders.fulfil({ number, items, ...ups });
  await admin.orders.fulfil({ number, items, ...ups, trackingUrl: 'https://ups.example/1' });
  await admin.orders.fulfil({ number, items, carrier: 'UPS', trackingNumber: 'a/b' });
  await admin.orders.fulfil({ number, items: [{ sku: mug, quantity: 1 }], carrier: 'Pigeon', trackingNumber: '7' });
  const { parcels } = await admin.orders.fulfil({ number, carrier: 'UPS' });
  expect(parcels.map(({ trackingUrl }) => trackingUrl)).toEqual([
    'https://www.ups.com/track?tracknum=1Z999',
    'https://ups.example/1',
    null,
    null,
    null,
  ]);
});

test('marking an order as shipped makes one parcel of all that is left', async () => {
  const { number, lamp, mug } = await sale();
  await admin.orders.fulfil({ number, items: [{ sku: lamp, quantity: 3 }] });
  const { parcels } = await admin.orders.setStatus({ number, status: 'shipped' });
  expect(parcels.map(({ items }) => items)).toEqual([[{ sku: lamp, quantity: 3 }], [{ sku: mug, quantity: 2 }]]);
});

test('each parcel can be taken back, the last one first', async () => {
  const { number, lamp, mug, customer } = await sale();
  const shipped = async (items?: { sku: string; quantity: number }[]) =>
    (await admin.orders.fulfil({ number, items })).revertibleStatus?.seq ?? 0;
  const first = await shipped([{ sku: lamp, quantity: 1 }]);
  const second = await shipped([{ sku: mug, quantity: 1 }]);
  const third = await shipped();
  const state = async () => {
    const { status, parcels } = await customer.orders.byNumber({ number });
    return [status, parcels.length];
  };
  expect(await failureOf(admin.activity.undo({ seq: second }))).toMatchObject({ cause: { reason: 'changed_since' } });
  await admin.activity.undo({ seq: third });
  expect(await state()).toEqual(['partially_shipped', 2]);
  expect(await newest()).toMatchObject({ action: 'order.undo', undoable: false });
  const again = await shipped([{ sku: lamp, quantity: 2 }]);
  await admin.activity.undo({ seq: again });
  expect(await state()).toEqual(['partially_shipped', 2]);
  const { timeline } = await customer.orders.byNumber({ number });
  expect(timeline.at(-1)).toMatchObject({ status: 'partially_shipped', withdrawn: 'partially_shipped' });
  for (const seq of [first, second]) {
    expect(await failureOf(admin.activity.undo({ seq }))).toMatchObject({ cause: { reason: 'changed_since' } });
  }

  const other = await sale();
  const items = [{ sku: other.lamp, quantity: 1 }];
  const { revertibleStatus } = await admin.orders.fulfil({ number: other.number, items });
  await admin.activity.undo({ seq: revertibleStatus?.seq ?? 0 });
  expect(await other.customer.orders.byNumber({ number: other.number })).toMatchObject({
    status: 'paid',
    parcels: [],
    canCancel: true,
  });
});

test('of two admins who ship the same item at once, one succeeds', async () => {
  for (let round = 0; round < 3; round++) {
    const { number, lamp, mug } = await sale();
    const other = (await t.admin()).api.admin;
    const items = [{ sku: lamp, quantity: 2 }];
    const both = await Promise.allSettled([
      admin.orders.fulfil({ number, items }),
      other.orders.fulfil({ number, items }),
      other.orders.fulfil({ number, items: [{ sku: mug, quantity: 2 }] }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const { status, parcels } = await admin.orders.byNumber({ number });
    expect(status).toBe('partially_shipped');
    expect(parcels).toHaveLength(2);
  }
});

test('many orders are shipped in one step, and one that cannot be does not stop the others', async () => {
  const [one, two] = [await sell(t), await sell(t)];
  const gone = await sell(t);
  await admin.orders.setStatus({ number: gone.number, status: 'cancelled' });
  const results = await admin.orders.fulfilMany({
    orders: [
      { number: one.number, carrier: 'DHL', trackingNumber: '1' },
      { number: gone.number },
      { number: 'L-22222222' },
      { number: two.number, carrier: 'DHL', trackingNumber: '2' },
    ],
  });
  expect(results).toMatchObject([
    { number: one.number, status: 'shipped', error: null },
    { number: gone.number, status: null, error: { code: 'CONFLICT', reason: 'illegal_transition' } },
    { number: 'L-22222222', status: null, error: { code: 'NOT_FOUND' } },
    { number: two.number, status: 'shipped', error: null },
  ]);
  expect((await two.api.orders.byNumber({ number: two.number })).parcels).toMatchObject([
    { trackingNumber: '2', trackingUrl: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=2' },
  ]);
  const [{ undoSeq } = { undoSeq: null }] = results;
  await admin.activity.undo({ seq: undoSeq ?? 0 });
  expect(await one.api.orders.byNumber({ number: one.number })).toMatchObject({ status: 'paid', parcels: [] });
});

test('what is to be packed is listed oldest first, in pages', async () => {
  const { number, lamp, mug } = await sale();
  const later = await sell(t);
  await admin.orders.fulfil({ number, items: [{ sku: lamp, quantity: 2 }] });
  const listed: Awaited<ReturnType<typeof admin.orders.toShip>>['items'] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof admin.orders.toShip>> = await admin.orders.toShip({ cursor, limit: 2 });
    listed.push(...page.items);
    cursor = page.nextCursor;
  }
  const numbers = listed.map((order) => order.number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.indexOf(number)).toBeLessThan(numbers.indexOf(later.number));
  expect(listed.find((order) => order.number === number)).toMatchObject({
    status: 'partially_shipped',
    items: [
      { sku: lamp, quantity: 1 },
      { sku: mug, quantity: 2 },
    ],
  });
  await admin.orders.fulfil({ number });
  expect((await admin.orders.toShip({ limit: 100 })).items.map((order) => order.number)).not.toContain(number);
});

test('a partial refund of a partially shipped order leaves less to ship, and completes it with nothing left', async () => {
  const { number, lamp, customer } = await sale();
  await admin.orders.fulfil({ number, items: [{ sku: lamp, quantity: 3 }] });
  const [, mugs] = (await admin.orders.byNumber({ number })).items;
  const refund = () =>
    admin.orders.refund({
      number,
      amountCents: 6000,
      restock: [{ itemId: mugs?.id ?? 0, quantity: 1 }],
      idempotencyKey: key(),
    });
  const one = await refund();
  expect(one).toMatchObject({ status: 'partially_shipped', items: [{}, { unshippedQuantity: 1 }] });
  expect(await refund()).toMatchObject({ status: 'shipped', items: [{}, { unshippedQuantity: 0 }] });
  expect((await customer.orders.byNumber({ number })).parcels).toHaveLength(1);
  expect(await mailsOf(number)).not.toContain('order_shipped');
  const all = await admin.orders.setStatus({ number, status: 'refunded' });
  expect(all).toMatchObject({ status: 'refunded', refundableCents: 0 });
});
