import { adminClient, newCoupon } from './admin.ts';
import { violations } from './axe.ts';
import { customer, enterAddress, enterAs, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

test('a coupon for everything asks for no card, and what was typed before it stays', async ({ page }) => {
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
