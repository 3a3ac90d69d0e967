import { randomUUID } from 'node:crypto';
import { adminClient } from './admin.ts';
import { violations } from './axe.ts';
import { cards, customer, enterAddress, enterAs, payWith, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

async function newCoupon(value: number): Promise<string> {
  const code = `SAVE-${randomUUID().slice(0, 6).toUpperCase()}`;
  const client = await adminClient();
  await client.admin.promotions.create.mutate({ code, kind: 'percent', value, active: true });
  return code;
}

test('a coupon reduces the cart, the payment and the order', async ({ page, browserErrors }) => {
  browserErrors.allow(/409/);
  const code = await newCoupon(10);
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/cart');
  const field = page.getByLabel('Coupon code');
  const apply = page.getByRole('button', { name: 'Apply coupon' });
  await field.fill('no-such-code');
  await apply.click();
  await expect(page.getByText('This code is not valid. Please check how it is spelt.')).toBeVisible();
  await expect(field).toHaveValue('no-such-code');
  expect(await violations(page)).toEqual([]);
  await field.fill(code.toLowerCase());
  await apply.click();
  const discount = page.getByText(`Discount (${code})`).first();
  await expect(discount).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Checkout' }).click();
  await enterAddress(page);
  await payWith(page, cards.good);
  await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
  await expect(discount).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a coupon for everything asks for no card, and what was typed before it stays', async ({ page }) => {
  const code = await newCoupon(100);
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
