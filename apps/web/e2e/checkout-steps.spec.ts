import type { Page } from '@playwright/test';
import { address, cards, customer, enterAddress, enterAs, newCustomer, register, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

/* Each checkout step is an entry in the browser's history. */

async function enterCard(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Payment' });
  await form.getByLabel('Card number').fill(cards.good);
  await form.getByLabel('Expires').fill('12 / 39');
  await form.getByLabel('Security code').fill('123');
  await form.getByRole('button', { name: 'Review order' }).click();
}

test('Back and Forward move between checkout steps, and a reload keeps everything except the card', {
  tag: '@long',
}, async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/cart');
  await page.getByRole('link', { name: 'Checkout' }).click();
  await expect(page).toHaveURL('/checkout?step=address');
  await enterAddress(page);
  await expect(page).toHaveURL('/checkout?step=payment');
  await enterCard(page);
  await expect(page).toHaveURL('/checkout?step=review');
  const pay = page.getByRole('button', { name: /^Pay €/ });
  await expect(pay).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL('/checkout?step=payment');
  await expect(page.getByLabel('Card number')).toHaveValue(cards.good);
  await page.goBack();
  await expect(page.getByLabel('Street and number')).toHaveValue(address.line1);
  await page.goForward();
  await page.goForward();
  await expect(pay).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL('/checkout?step=payment');
  await expect(page.getByText('Please enter your card again')).toBeVisible();
  await expect(page.getByLabel('Card number')).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toMatch(/4242/);
  await page.goto('/cart');
  await page.goBack();
  await expect(page.getByLabel('Card number')).toBeVisible();
  await enterCard(page);
  await pay.click();
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
});

test('after registering during checkout, Back leads to the cart', { tag: '@long' }, async ({ page }) => {
  await page.goto('/p/kitchen-radio');
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  // The cart drawer has a link of the same name, and stays open until the page is loaded.
  await expect(page).toHaveURL('/cart');
  await page.getByRole('link', { name: 'Checkout' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click();
  await register(page, newCustomer());
  await expect(page).toHaveURL('/checkout?step=address');
  await page.goBack();
  await expect(page).toHaveURL('/cart');
  await page.goForward();
  await expect(page).toHaveURL('/checkout?step=address');
});
