import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import type { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { languageOf } from '../words/language.ts';
import { composeMail } from './compose.ts';
import { logHead } from './templates/log-head.ts';
import { mailKinds, ownWording } from './templates.ts';

/* What each kind of mail says. The HTML and the text are made from the same blocks. */

const STORE = 'https://shop.example';
const NUMBER = 'L-22223333';

let t: TestServices;
/** The numbers of an order without a coupon, one with a discount and one with free delivery. */
let number: string;
let discounted: string;
let delivered: string;
beforeAll(async () => {
  t = await startTestServices();
  const options = { options: { Colour: 'Sand', Cable: '3 m' }, priceCents: 1990, stock: 50 };
  const lamp = await stockProduct(t.services, { name: 'Lamp <b>& Söhne', variants: [options] });
  const mug = await stockProduct(t.services, { name: 'مصباح', priceCents: 1000 });
  const things = [lamp, mug].map(({ variantIds }) => variantIds[0] ?? 0);
  const { admin } = (await t.admin()).api;
  await admin.promotions.create({ code: 'SPRING10', kind: 'percent', value: 10, active: true });
  await admin.promotions.create({ code: 'FREESHIP', kind: 'free_delivery', active: true });
  number = await buy(things, 2);
  discounted = await buy(things, 3, 'SPRING10');
  delivered = await buy(things, 1, 'FREESHIP');
});
afterAll(() => t[Symbol.asyncDispose]());

/** Returns the order's number. */
async function buy(variantIds: number[], quantity: number, code?: string): Promise<string> {
  const { api } = await t.shopper();
  for (const variantId of variantIds) await api.cart.add({ variantId, quantity });
  if (code !== undefined) await api.cart.applyCoupon({ code });
  const { totalCents } = await api.cart.get();
  const { order } = await api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  return order.number;
}

/** A mail's parcel with this many mugs of an order. */
async function parcelOf(orderNumber: string, quantity: number) {
  const { id: orderId } = await Order.findOne({ where: { number: orderNumber }, rejectOnEmpty: true });
  const { id: itemId } = await OrderItem.findOne({ where: { orderId, name: 'مصباح' }, rejectOnEmpty: true });
  const tracking = { carrier: 'DHL', trackingNumber: '4711', trackingUrl: 'https://dhl.example/4711' };
  return { ...tracking, items: [{ itemId, quantity, before: 0 }] };
}

const street = ['1 High Street', 'London SW1A 1AA', 'United Kingdom'];

/** What a mail says, of a store with this address. */
async function compose(kind: string, data: OutboxMail['data'], { address = street, code = 'en' } = {}) {
  const language = languageOf(code);
  const unnumbered = (text: string) =>
    [number, discounted, delivered].reduce((rest, one) => rest.replaceAll(one, NUMBER), text);
  const { subject, html, text } = await composeMail(
    { kind, data },
    { words: ownWording(kind, language), language },
    {
      storeUrl: STORE,
      languages: ['en', 'de'],
      accessTokens: t.services.accessTokens,
      stopTokens: { issue: async () => 'a+b/c' },
      seller: { name: 'Lantern Ltd', address, taxId: null },
      thumbnails: t.services.thumbnails,
    },
  );
  return {
    subject: unnumbered(subject),
    html: unnumbered(html).replaceAll(/<(?=table|tr|td|p|h1|\/body)/g, '\n<'),
    text: unnumbered(text),
  };
}

const step = (facts = {}) => ({ orderNumber: number, ...facts });
const returned = async (facts = {}) =>
  step({ returnNumber: `${number}-R1`, items: (await parcelOf(number, 2)).items, ...facts });

const wished = (options: Record<string, string>) => ({
  email: 'ada@example.com',
  name: 'Lamp <b>& Söhne',
  options,
  slug: 'lamp-b-soehne',
  sku: 'LAMP 3/4',
});

/** The kind of a mail and what it is made from; `about` tells snapshots of one kind apart. */
type Case = [kind: string, data: () => OutboxMail['data'] | Promise<OutboxMail['data']>, about?: string];

const cases: Case[] = [
  ['order_placed', step],
  ['payment_failed', step],
  ['order_shipped', () => step({ note: 'One parcel.\nIt is heavy.' })],
  ['order_partially_shipped', async () => step({ parcel: await parcelOf(number, 1) })],
  ['shipment_withdrawn', step],
  ['order_delivered', () => step({ note: null })],
  ['order_cancelled', () => step({ amountCents: 6470 })],
  ['order_refunded', () => step({ amountCents: 1000, note: 'For the scratch.' })],
  ['return_accepted', () => returned({ note: 'Use the box.' })],
  ['return_refused', () => returned({ note: 'It was used.' })],
  ['back_in_stock', () => wished({ Colour: 'Sand', Cable: '3 m' })],
  ['back_in_stock', () => wished({}), 'one_variant'],
  ['welcome', () => ({ name: 'Ada', token: 'a+b/c', accountId: 12, email: 'ada+1@example.com' })],
  ['password_reset', () => ({ token: 'a+b/c' })],
  ['email_verification', () => ({ token: 'a+b/c', accountId: 12, email: 'ada+1@example.com' })],
  ['email_change', () => ({ token: 'a+b/c', accountId: 12 })],
  ['email_changed', () => ({ newEmail: 'ada@new.example' })],
  ['new_device', () => ({ browser: 'Firefox', system: 'Windows', at: '2026-11-29T06:00:00.000Z' })],
  ['new_device', () => ({ browser: null, system: null, at: '2026-11-29T06:00:00.000Z' }), 'unknown'],
  ['log_head', () => ({ ...logHead.example, signature: 'c2ln', publicKey: 'a2V5' })],
  ['log_head', () => logHead.example, 'unsigned'],
  ['order_placed', () => step({ orderNumber: discounted }), 'discount'],
  ['order_placed', () => step({ orderNumber: delivered }), 'free_delivery'],
  [
    'order_partially_shipped',
    async () => step({ orderNumber: discounted, parcel: await parcelOf(discounted, 2) }),
    'discount',
  ],
];
const snapshotOf = (kind: string, about?: string) => (about === undefined ? kind : `${kind}-${about}`);

test.each(cases)('%s', async (kind, data, about) => {
  const { subject, html, text } = await compose(kind, await data());
  const snapshot = `snapshots/${snapshotOf(kind, about)}`;
  await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(`${snapshot}.txt`);
  await expect(html).toMatchFileSnapshot(`${snapshot}.html`);
});

test('there is a case of each kind', () => {
  expect(new Set(cases.map(([kind]) => kind))).toEqual(new Set(mailKinds));
});

/** Lines that are the same in every language: names, what the store calls its own address, and links to other sites. */
const ofNoLanguage = new Set([
  ...['', 'Lantern', 'Lantern Ltd', ...street, 'https://dhl.example/4711'],
  ...[address.fullName, address.line1, `${address.city} ${address.postalCode}`],
]);

test.each(cases)('%s in German says nothing in English', async (kind, data, about) => {
  const made = await data();
  const english = await compose(kind, made);
  const { subject, html, text } = await compose(kind, made, { code: 'de' });
  await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(`snapshots/de/${snapshotOf(kind, about)}.txt`);
  expect(subject).not.toBe(english.subject);
  const lines = new Set(english.text.split('\n'));
  // "> Use the box." is what an admin has written, "2 × Lamp" the name of a product.
  const same = text.split('\n').filter((line) => lines.has(line) && !/^> |^\d+ × /.test(line));
  expect(same.filter((line) => !ofNoLanguage.has(line))).toEqual([]);
  expect(html).toContain('<html lang="de">');
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url).filter((url) => url.startsWith(STORE));
  expect(links.filter((url) => !/^\/de(\/|$)/.test(url.slice(STORE.length)))).toEqual([]);
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

test('a store without an address of its own is asked where to send a return', async () => {
  const { text } = await compose('return_accepted', await returned(), { address: [] });
  expect(text).toContain('Reply to this email, and we will tell you where to send them.');
  expect(text).not.toContain('Send them to');
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
