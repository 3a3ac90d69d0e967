import { createShopClient } from '@lantern/api';
import { address, startTestServices, stockProduct } from '@lantern/api/testing/test-services';
import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { Refund } from '@lantern/db/models/refund';
import { expect, test, vi } from 'vitest';
import { startServer } from './testing/server-process.ts';

/*
 * Two servers on one database, and customers who buy on both as fast as they can and cancel some of it: documents are
 * numbered without gaps and doubles.
 */

const CUSTOMERS = 20;
const ORDERS_EACH = 10;
const POLLING = { timeout: 90_000, interval: 100 };

test('200 orders at once on two servers have invoices without a gap or a double', async () => {
  await using t = await startTestServices();
  const lamp = { name: 'Lamp', stock: 10_000, priceCents: 6000 };
  const [variantId = 0] = (await stockProduct(t.services, lamp)).variantIds;
  await using first = await startServer(t.url);
  await using second = await startServer(t.url);
  const customers = await Promise.all(
    Array.from({ length: CUSTOMERS }, async (_, n) => {
      const client = createShopClient({ url: [first, second][n % 2]?.url ?? '' });
      await client.auth.register.mutate({ name: 'Ada', email: `ada-${n}@example.com`, password: 'correct horse' });
      return client;
    }),
  );
  await Promise.all(
    customers.map(async (client) => {
      for (let n = 0; n < ORDERS_EACH; n++) {
        await client.cart.add.mutate({ variantId, quantity: 1 });
        const idempotencyKey = crypto.randomUUID();
        const checkout = {
          idempotencyKey,
          expectedTotalCents: 6000,
          shippingAddress: address,
          paymentMethod: 'sim_ok',
        };
        const { order } = await client.checkout.place.mutate(checkout);
        if (n % 4 === 0) await client.orders.cancel.mutate({ number: order.number });
      }
    }),
  );

  const orders = await Order.findAll({ raw: true });
  expect(orders).toHaveLength(CUSTOMERS * ORDERS_EACH);
  const refunds = await Refund.findAll({ raw: true });
  expect(refunds).toHaveLength(CUSTOMERS * Math.ceil(ORDERS_EACH / 4));
  const documents = await vi.waitFor(async () => {
    const issued = await Invoice.findAll({ order: ['year', 'sequence'], raw: true });
    expect(issued).toHaveLength(orders.length + refunds.length);
    return issued;
  }, POLLING);
  const years = new Set(documents.map(({ year }) => year));
  for (const year of years) {
    const sequences = documents.filter((one) => one.year === year).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  }
  const invoices = documents.filter(({ kind }) => kind === 'invoice');
  expect(invoices.map(({ orderId }) => orderId).sort((a, b) => a - b)).toEqual(orders.map(({ id }) => id));
  const notes = documents.filter(({ kind }) => kind === 'credit_note');
  expect(notes.map(({ refundId }) => refundId).sort((a, b) => a - b)).toEqual(refunds.map(({ id }) => id));
  expect(first.output() + second.output()).not.toMatch(/could not be issued|maintenance failed/);
}, 240_000);
