import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { soak } from '@lantern/db/testing/soak';
import { parseCents } from '@lantern/text/money';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { issueDueInvoices } from '../invoices/issue.ts';
import { composeMail } from '../mail/compose.ts';
import { ownWording } from '../mail/templates.ts';
import { paidForLine, paidForPart } from '../pricing/pricing.ts';
import { startAdminServices } from '../testing/admin-services.ts';
import { guestCheckout } from '../testing/guest.ts';
import { failureOf, stockProduct } from '../testing/test-services.ts';
import { languageOf } from '../words/language.ts';

/* What people read adds up: on the order's page, in the mail, on the invoice and on the credit notes of refunds. */

const { t, api } = await startAdminServices();
const { promotions, orders } = api.admin;

const prices = [1, 33, 999, 1990, 24_900];
let variantIds: number[];
beforeAll(async () => {
  const product = (priceCents: number, index: number) =>
    stockProduct(t.services, {
      name: `Thing ${priceCents}`,
      category: index % 2 === 0 ? 'even' : 'odd',
      variants: [{ options: {}, priceCents, stock: 100_000 }],
    });
  const made = [];
  for (const [index, price] of prices.entries()) made.push(await product(price, index));
  variantIds = made.flatMap((each) => each.variantIds);
});

const cart = fc.uniqueArray(fc.record({ at: fc.nat(prices.length - 1), quantity: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  selector: ({ at }) => at,
});
const coupon = fc.record({
  terms: fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 99 }) }),
    fc.record({ kind: fc.constant('fixed' as const), value: fc.integer({ min: 1, max: 5000 }) }),
    fc.constant({ kind: 'free_delivery' as const, value: 0 }),
  ),
  categorySlugs: fc.constantFrom<string[]>([], ['odd'], ['even']),
});
/** Which line is refunded in part, and how many of its items, as a share. */
const refund = fc.record({ line: fc.nat(), share: fc.double({ min: 0.01, max: 1, noNaN: true }) });

type CartLines = typeof cart extends fc.Arbitrary<infer Value> ? Value : never;
type Coupon = typeof coupon extends fc.Arbitrary<infer Value> ? Value : never;

/** Buys as a guest; a coupon that is for nothing in the cart stays out of it. */
async function buy(lines: CartLines, { terms, categorySlugs }: Coupon) {
  const shopper = t.browser().api;
  for (const { at, quantity } of lines) await shopper.cart.add({ variantId: variantIds[at] ?? 0, quantity });
  const code = `c-${crypto.randomUUID()}`;
  await promotions.create({ ...terms, code, categorySlugs, active: true });
  await shopper.cart.applyCoupon({ code }).catch(() => undefined);
  const { totalCents } = await shopper.cart.get();
  const { order } = await shopper.checkout.place({ ...guestCheckout(), expectedTotalCents: totalCents });
  return shopper.orders.byNumber({ number: order.number, accessToken: order.accessToken });
}

type OrderView = Awaited<ReturnType<typeof buy>>;

const sumOf = <Item>(items: Item[], amount: (item: Item) => number) =>
  items.reduce((sum, item) => sum + amount(item), 0);
const centsIn = (text: string | undefined) => (text === undefined || text.startsWith('Free') ? 0 : parseCents(text));

function expectOrder({ items, ...order }: OrderView) {
  expect(sumOf(items, ({ lineTotalCents }) => lineTotalCents)).toBe(order.subtotalCents);
  expect(sumOf(items, ({ discountCents }) => discountCents)).toBe(order.discountCents);
  expect(sumOf(items, paidForLine) + order.shippingCents).toBe(order.totalCents);
}

/** Reads the mail as its recipient does. */
async function expectMail({ number, totalCents, couponCode }: OrderView) {
  const mail = { kind: 'order_placed', data: { orderNumber: number } };
  const language = languageOf('en');
  const { text } = await composeMail(mail, { words: ownWording(mail.kind, language), language }, t.services);
  const lines = [...text.matchAll(/^\d+ × .*: (€[\d,.]+?)(?:, −(€[\d,.]+) with (.+))?$/gm)];
  for (const [, , discount, code] of lines) if (discount) expect(code).toBe(couponCode);
  const paid = sumOf(lines, ([, amount, discount]) => (centsIn(amount) ?? 0) - (centsIn(discount) ?? 0));
  const [, delivery] = /^Standard delivery: (.+)$/m.exec(text) ?? [];
  const [, total] = /^Total, .*: (€.+)$/m.exec(text) ?? [];
  expect(paid + (centsIn(delivery) ?? 0)).toBe(totalCents);
  expect(centsIn(total)).toBe(totalCents);
}

async function expectDocuments({ number, totalCents, refunds }: OrderView) {
  await issueDueInvoices(t.services);
  const { id: orderId } = await Order.findOne({ where: { number }, rejectOnEmpty: true });
  const documents = await Invoice.findAll({ where: { orderId }, order: ['id'], raw: true });
  for (const { data } of documents) {
    expect(sumOf(data.lines, (line) => line.totalCents)).toBe(data.totalCents);
    expect(data.netCents + data.taxCents).toBe(data.totalCents);
  }
  const [invoice, ...notes] = documents;
  expect(invoice?.data.totalCents).toBe(totalCents);
  const { subtotalCents = 0, discountCents = 0, shippingCents = 0 } = invoice?.data.sums ?? {};
  expect(subtotalCents - discountCents + shippingCents).toBe(totalCents);
  expect(notes.map(({ data }) => data.totalCents)).toEqual(refunds.map(({ amountCents }) => amountCents));
}

test('lines less their discounts and the delivery are the total, wherever they are read', async () => {
  await fc.assert(
    fc.asyncProperty(cart, coupon, fc.array(refund, { maxLength: 2 }), async (lines, terms, parts) => {
      const bought = await buy(lines, terms);
      const { number } = bought;
      let order = await orders.byNumber({ number });
      for (const { line, share } of parts) {
        const item = order.items[line % order.items.length];
        if (!item) throw new Error('An order without items.');
        const worthCents = paidForPart(item, 0, Math.ceil(item.quantity * share));
        const amountCents = Math.min(worthCents, order.refundableCents);
        const idempotencyKey = crypto.randomUUID();
        if (amountCents > 0) order = await orders.refund({ number, amountCents, idempotencyKey });
      }
      const refunds = order.refunds.map(({ amountCents, at }) => ({ amountCents, at }));
      expectOrder(bought);
      await expectMail(bought);
      await expectDocuments({ ...bought, refunds });
    }),
    { numRuns: soak(15, 150) },
  );
});

test('a coupon whose percentage of a few cents is nothing is not used up', async () => {
  const { code } = await promotions.create({
    code: `c-${crypto.randomUUID()}`,
    kind: 'percent',
    value: 1,
    active: true,
  });
  const { api: shopper } = t.browser();
  await shopper.cart.add({ variantId: variantIds[1] ?? 0, quantity: 1 });
  expect((await failureOf(shopper.cart.applyCoupon({ code }))).cause).toMatchObject({ reason: 'coupon_minimum' });
});
