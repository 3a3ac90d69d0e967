import { createShopClient } from '@lantern/api';
import { address, startTestServices, stockProduct } from '@lantern/api/testing/test-services';
import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { expect, test, vi } from 'vitest';
import { httpClient } from './testing/http-store.ts';
import { adminLogin, startServer } from './testing/server-process.ts';

test('an order paid just before its server was killed gets its invoice after the restart', async () => {
  await using t = await startTestServices();
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Lamp', priceCents: 6000 })).variantIds;
  await using server = await startServer(t.url);
  const client = createShopClient({ url: server.url });
  await client.auth.register.mutate({ name: 'Ada', email: 'ada@example.com', password: 'correct horse' });
  await client.cart.add.mutate({ variantId, quantity: 1 });
  const { order } = await client.checkout.place.mutate({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 6000,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  await server.kill();
  console.log(`${await Invoice.count()} invoices when the server was killed`);
  await using restarted = await server.restart();
  const { id } = await Order.findOne({ where: { number: order.number }, rejectOnEmpty: true });
  await vi.waitFor(async () => expect(await Invoice.count()).toBe(1), { timeout: 90_000, interval: 50 });
  expect(await Invoice.findAll({ raw: true })).toMatchObject([{ orderId: id, sequence: 1 }]);
  // The bundle finds the fonts.
  const admin = httpClient(restarted.url);
  await admin.mutate('auth.login', adminLogin);
  const seen = (await admin.query('admin.orders.byNumber', { number: order.number })).body.result.data;
  expect(await admin.send(seen.invoiceUrl)).toMatchObject({ status: 200, text: expect.stringMatching(/^%PDF/) });
  expect(restarted.output()).not.toMatch(/maintenance failed/);
}, 240_000);
