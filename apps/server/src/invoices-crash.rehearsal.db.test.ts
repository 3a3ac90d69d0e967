import { createShopClient } from '@lantern/api';
import { openInbox } from '@lantern/api/testing/smtp-inbox';
import { address, startTestServices, stockProduct } from '@lantern/api/testing/test-services';
import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { expect, test, vi } from 'vitest';
import { httpClient } from './testing/http-store.ts';
import { adminLogin, startServer } from './testing/server-process.ts';

test('an order paid just before its server was killed gets its invoice after the restart, and by mail', async () => {
  await using t = await startTestServices();
  await using inbox = await openInbox();
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Lamp 灯 조명 😀', priceCents: 6000 })).variantIds;
  await using server = await startServer(t.url, { SMTP_URL: inbox.url });
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
  // The leases of the killed server run out.
  const waiting = { where: { status: 'queued' as const } };
  await t.database.transaction(() => OutboxMail.update({ nextAttemptAt: new Date() }, waiting));
  await using restarted = await server.restart();
  const { id } = await Order.findOne({ where: { number: order.number }, rejectOnEmpty: true });
  await vi.waitFor(async () => expect(await Invoice.count()).toBe(1), { timeout: 90_000, interval: 50 });
  expect(await Invoice.findAll({ raw: true })).toMatchObject([{ orderId: id, sequence: 1 }]);
  const invoiced = () => inbox.to('ada@example.com').filter(({ subject }) => subject?.includes(order.number));
  await vi.waitFor(() => expect(invoiced()).not.toEqual([]), { timeout: 90_000, interval: 50 });
  for (const { attachments } of invoiced()) {
    const [file] = attachments;
    expect(file?.filename).toMatch(/^invoice-\d{4}-000001\.pdf$/);
    expect(file?.content.subarray(0, 5).toString()).toBe('%PDF-');
  }
  // The bundle finds the fonts.
  const admin = httpClient(restarted.url);
  await admin.mutate('auth.login', adminLogin);
  const seen = (await admin.query('admin.orders.byNumber', { number: order.number })).body.result.data;
  expect(await admin.send(seen.invoiceUrl)).toMatchObject({ status: 200, text: expect.stringMatching(/^%PDF/) });
  expect(restarted.output()).not.toMatch(/maintenance failed/);
}, 240_000);
