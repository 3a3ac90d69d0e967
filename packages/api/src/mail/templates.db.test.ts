import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import type { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { composeMail } from './compose.ts';

/* What each kind of mail says. The HTML and the text are made from the same blocks. */

const STORE = 'https://shop.example';
const NUMBER = 'L-22223333';

let t: TestServices;
let number: string;
let mugId: number;
beforeAll(async () => {
  t = await startTestServices();
  const options = { options: { Colour: 'Sand', Cable: '3 m' }, priceCents: 1990, stock: 5 };
  const lamp = await stockProduct(t.services, { name: 'Lamp <b>& Söhne', variants: [options] });
  const mug = await stockProduct(t.services, { name: 'مصباح', priceCents: 1000 });
  const { api } = await t.shopper();
  for (const { variantIds } of [lamp, mug]) await api.cart.add({ variantId: variantIds[0] ?? 0, quantity: 2 });
  const { totalCents } = await api.cart.get();
  const { order } = await api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  ({ number } = order);
  const { id: orderId } = await Order.findOne({ where: { number }, rejectOnEmpty: true });
  mugId = (await OrderItem.findOne({ where: { orderId, name: 'مصباح' }, rejectOnEmpty: true })).id;
});
afterAll(() => t[Symbol.asyncDispose]());

async function compose(kind: string, data: OutboxMail['data']) {
  const { subject, html, text } = await composeMail(
    { kind, data },
    { storeUrl: STORE, accessTokens: t.services.accessTokens },
  );
  return {
    subject: subject.replaceAll(number, NUMBER),
    html: html.replaceAll(number, NUMBER).replaceAll(/<(?=table|tr|td|p|h1|\/body)/g, '\n<'),
    text: text.replaceAll(number, NUMBER),
  };
}

const step = (facts = {}) => ({ orderNumber: number, ...facts });
const returned = (facts = {}) =>
  step({ returnNumber: `${number}-R1`, items: [{ itemId: mugId, quantity: 2 }], ...facts });

test.each<[kind: string, data: () => OutboxMail['data']]>([
  ['order_placed', step],
  ['payment_failed', step],
  ['order_shipped', () => step({ note: 'One parcel.\nIt is heavy.' })],
  [
    'order_partially_shipped',
    () =>
      step({
        parcel: {
          carrier: 'DHL',
          trackingNumber: '4711',
          trackingUrl: 'https://dhl.example/4711',
          items: [{ itemId: mugId, quantity: 1 }],
        },
      }),
  ],
  ['shipment_withdrawn', step],
  ['order_delivered', () => step({ note: null })],
  ['order_cancelled', () => step({ amountCents: 6470 })],
  ['order_refunded', () => step({ amountCents: 1000, note: 'For the scratch.' })],
  ['return_accepted', () => returned({ note: 'Use the box.' })],
  ['return_refused', () => returned({ note: 'It was used.' })],
  ['welcome', () => ({ name: 'Ada', token: 'a+b/c', accountId: 12, email: 'ada+1@example.com' })],
  ['password_reset', () => ({ token: 'a+b/c' })],
  ['email_verification', () => ({ token: 'a+b/c', accountId: 12, email: 'ada+1@example.com' })],
  ['email_change', () => ({ token: 'a+b/c', accountId: 12 })],
  ['email_changed', () => ({ newEmail: 'ada@new.example' })],
])('%s', async (kind, data) => {
  const { subject, html, text } = await compose(kind, data());
  await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(`snapshots/${kind}.txt`);
  await expect(html).toMatchFileSnapshot(`snapshots/${kind}.html`);
});

test('an order that somebody else pays for says who', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Vase', priceCents: 6000 });
  const { api } = await guestWith(t, variantIds[0] ?? 0);
  const office = { ...address, fullName: 'Analytical Engines AG', line1: 'Bahnhofstrasse 1', city: 'Zürich' };
  const billingAddress = { ...office, postalCode: '8001', country: 'CH' };
  const { order } = await api.checkout.place({ ...guestCheckout(), billingAddress });
  const { html, text } = await compose('order_placed', step({ orderNumber: order.number }));
  const block = 'Billing address:\nAnalytical Engines AG\nBahnhofstrasse 1\n8001 Zürich\nSwitzerland\n';
  expect(text).toContain(block);
  expect(html).toMatch(/Delivery address[\s\S]*Billing address[\s\S]*8001 Zürich/);
  expect((await compose('order_placed', step())).text).not.toContain('Billing address');
});

test('what customers and products are called cannot become markup', async () => {
  const { html, text } = await compose('order_placed', step());
  expect(html).toContain('Lamp &lt;b>&amp; Söhne');
  expect(text).toContain('2 × Lamp <b>& Söhne (Sand, 3 m): €39.80');
});

test('an order that was cancelled before it was paid costs nothing', async () => {
  const { text } = await compose('order_cancelled', step({ amountCents: 0 }));
  expect(text).toContain('was cancelled. You do not have to pay for it.');
});

test("a guest's order opens without a login", async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Pot', priceCents: 6000 });
  const { api } = await guestWith(t, variantIds[0] ?? 0);
  const { order } = await api.checkout.place(guestCheckout());
  const { text } = await compose('order_placed', { orderNumber: order.number });
  const [, token = ''] = new RegExp(`${STORE}/orders/${order.number}#token=(.+)`).exec(text) ?? [];
  const opened = await t
    .browser()
    .api.orders.byNumber({ number: order.number, accessToken: decodeURIComponent(token) });
  expect(opened).toMatchObject({ number: order.number, status: 'paid' });
});
