import { randomUUID } from 'node:crypto';
import { adminClient, enterAsAdmin, newCoupon, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer, enterAddress, enterAs, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

test('a coupon for everything asks for no card, and what was typed before it stays', { tag: '@long' }, async ({
  page,
}) => {
  const code = await newCoupon(await adminClient(), 100);
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  await page.getByLabel('Street and number').fill('12 Analytical Row');
  const toggle = page.getByRole('button', { name: /1 item/ });
  if (await toggle.isVisible()) await toggle.click();
  await page.getByLabel('Coupon code').fill(code);
  await page.getByRole('button', { name: 'Apply coupon' }).click();
  await expect(page.getByText(`${code}: 100% off`)).toBeVisible();
  await expect(page.getByLabel('Street and number')).toHaveValue('12 Analytical Row');
  await enterAddress(page);
  await expect(page.getByText('There is nothing to pay, so we need no card.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Review order' }).click();
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
});

test('free delivery is named by its coupon, from the cart to the order that an admin sees @phone', {
  tag: '@long',
}, async ({ page, browserErrors }) => {
  browserErrors.allow(/409/);
  const code = `FREE-${randomUUID().slice(0, 6).toUpperCase()}`;
  const admin = await adminClient();
  await admin.admin.promotions.create.mutate({ code, kind: 'free_delivery', active: true });
  const { variants } = await newProduct(admin, 'Butter dish');
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 1 });
  await enterAs(page, person);
  await page.goto('/cart');
  await expect(page.getByText(/more for free delivery/)).toBeVisible();
  const field = page.getByLabel('Coupon code');
  const place = page.locator('.coupon-field');
  const height = async () => (await place.boundingBox())?.height;
  const empty = await height();
  await field.fill('no-such-code');
  await field.press('Enter');
  await expect(page.getByText('This code is not valid. Please check how it is spelt.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill(code);
  await field.press('Enter');
  const free = page.getByText(`Free with ${code}`).first();
  await expect(free).toBeVisible();
  await expect(page.getByText(/more for free delivery/)).toBeHidden();
  await expect(place).toBeFocused();
  expect(await height()).toBe(empty);
  expect(await violations(page)).toEqual([]);
  await page.goto('/checkout');
  await enterAddress(page);
  await expect(page.getByText(`Free with ${code}`).last()).toBeVisible();
  const number = await buy(person.client);
  await page.goto(`/orders/${number}`);
  await expect(free).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await expect(free).toBeVisible();
});

test('an admin refunds an item of a discounted order for what was paid for it', { tag: '@long' }, async ({ page }) => {
  const admin = await adminClient();
  const code = await newCoupon(admin, 10);
  const { variants } = await newProduct(admin, 'Salt pig');
  const { client } = await customer();
  await client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 3 });
  await client.cart.applyCoupon.mutate({ code });
  const number = await buy(client);
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await expect(page.getByText(`−€12.60 with ${code}`)).toBeVisible();
  await page.getByRole('button', { name: 'Partial refund' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('€37.80 each after the discount, 3 of 3 left')).toBeVisible();
  await dialog.getByRole('button', { name: 'One more' }).click();
  await expect(dialog.getByLabel('Amount, €')).toHaveValue('37.80');
  expect(await violations(page)).toEqual([]);
});
