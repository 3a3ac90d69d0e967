import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { addToCart, buy, cards, customer, enterAddress, enterAs, enterEmail, newCustomer, payWith } from './shopper.ts';
import { expect, test } from './test.ts';

/** Downloads what a link leads to; returns the name of the file. */
async function download(page: Page, name: RegExp): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const file = await downloading;
  expect(await file.failure()).toBeNull();
  return file.suggestedFilename();
}

test('an invoice and a credit note are downloaded by the customer and by an admin', { tag: '@phone' }, async ({
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

test('the invoice appears on the page of a guest who has just paid', async ({ page }) => {
  await page.goto('/p/kitchen-radio');
  const drawer = await addToCart(page);
  await drawer.getByRole('link', { name: 'Checkout' }).click();
  await enterEmail(page, newCustomer().email);
  await enterAddress(page);
  await payWith(page, cards.good);
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
  expect(await download(page, /^Invoice/)).toMatch(/^invoice-/);
});
