import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer, download, enterAs } from './shopper.ts';
import { expect, test } from './test.ts';

test('an invoice and a credit note are downloaded by the customer and by an admin', { tag: '@long' }, async ({
  page,
}) => {
  const person = await customer();
  const { variants } = await newProduct(await adminClient(), 'Lamp');
  await person.client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 1 });
  const number = await buy(person.client);
  await enterAs(page, person);
  await page.goto(`/orders/${number}`);
  expect(await download(page, /^Invoice/)).toMatch(/^invoice-\d{4}-\d{6}\.pdf$/);
  expect(await violations(page)).toEqual([]);

  await (await adminClient()).admin.orders.refund.mutate({
    number,
    amountCents: 100,
    idempotencyKey: crypto.randomUUID(),
  });
  await page.reload();
  expect(await download(page, /^Credit note/)).toMatch(/^credit-note-\d{4}-\d{6}\.pdf$/);

  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  expect(await download(page, /^Invoice/)).toMatch(/^invoice-/);
  expect(await download(page, /^Credit note/)).toMatch(/^credit-note-/);
  expect(await violations(page)).toEqual([]);
});
