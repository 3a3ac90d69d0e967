import { formatCents } from '@lantern/text/money';
import type { Page } from '@playwright/test';
import { address, buy, cards, customer, enterAddress, enterAs, payWith, variantOf } from './shopper.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

/** Logs a new customer in and opens the checkout with one of this product in the cart. */
async function atCheckout(page: Page, slug: string) {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf(slug), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  return person;
}

test('with a slow bank the progress is shown, and the order is paid', { tag: '@long' }, async ({ page }) => {
  await atCheckout(page, 'kitchen-radio');
  await enterAddress(page);
  await payWith(page, cards.slow);
  const progress = page.getByRole('status');
  await expect(progress.getByText('Asking your bank').first()).toBeVisible();
  await expect(page.getByText("You won't be charged twice")).toBeVisible();
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
});

test('a reload during a payment resumes the same payment', async ({ page }) => {
  const person = await atCheckout(page, 'kitchen-radio');
  await enterAddress(page);
  await payWith(page, cards.slow);
  await expect(page.getByRole('status').getByText('Asking your bank').first()).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(/\/orders\/L-/, { timeout: 20_000 });
  await expect(page.getByText('Payment received')).toBeVisible();
  const { items } = await person.client.orders.list.query({});
  expect(items.map(({ status }) => status)).toEqual(['paid']);
});

test('an item sold out meanwhile is reported before anything is charged', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
  const slug = 'mantel-clock';
  await atCheckout(page, slug);
  await enterAddress(page);
  const { variants } = await openClient().catalog.bySlug.query({ slug });
  const rival = await customer('Rival');
  await rival.client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: variants[0]?.stock ?? 0 });
  await buy(rival.client);
  await payWith(page, cards.good);
  await expect(page.getByText('Nothing was charged.')).toBeVisible();
  await page.getByRole('link', { name: 'Edit cart' }).click();
  await expect(page.getByText('Sold out.')).toBeVisible();
});

test('an item added in another tab is named at checkout, with the new total', async ({ page, browserErrors }) => {
  browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
  const person = await atCheckout(page, 'kitchen-radio');
  await enterAddress(page);
  const form = page.getByRole('form', { name: 'Payment' });
  await expect(form).toBeVisible();
  const cart = await person.client.cart.add.mutate({ variantId: await variantOf('pocket-speaker'), quantity: 1 });
  await payWith(page, cards.good);
  await expect(page.getByText('Your cart has changed: Pocket speaker was added.')).toBeVisible();
  const total = formatCents(cart.totalCents);
  await expect(page.getByText(`The new total is ${total}. Nothing was charged.`)).toBeVisible();
  await expect(page.getByText('price has changed')).toBeHidden();
  await page.getByRole('button', { name: `Pay ${total}` }).click();
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
});

test('whoever pays for a cart that was ordered in another tab is told that nothing was charged', async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
  const person = await atCheckout(page, 'kitchen-radio');
  await enterAddress(page);
  await expect(page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await buy(person.client);
  await payWith(page, cards.good);
  await expect(page.getByText('Your cart has been ordered or emptied elsewhere.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
  expect((await person.client.orders.list.query({})).items).toHaveLength(1);
});

test('a cancelled order is restocked and refunded', async ({ page }) => {
  const slug = 'thumb-trackball';
  const stockNow = async () => (await openClient().catalog.bySlug.query({ slug })).variants[0]?.stock;
  const before = await stockNow();
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf(slug), quantity: 2 });
  const number = await buy(person.client);
  expect(await stockNow()).toBe(Number(before) - 2);

  await enterAs(page, person);
  await page.goto(`/orders/${number}`);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await page.getByRole('dialog', { name: 'Cancel this order?' }).getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByText('was refunded to your card')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel order' })).toBeHidden();
  expect(await stockNow()).toBe(before);
});

test('from a product to a paid order by keyboard alone', async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/p/kitchen-radio');
  await expect(page.getByRole('button', { name: /^Add to cart/ })).toBeVisible();

  /** Presses Tab until the element with this role and name has focus. */
  async function reach(role: 'link' | 'button' | 'textbox' | 'combobox', name: string | RegExp) {
    const target = page.getByRole(role, { name }).first();
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${role} "${name}" was not reached by Tab.`);
  }
  async function fill(name: string, text: string) {
    await reach('textbox', name);
    // Tab selects what is already filled in.
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  }

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await reach('button', /^Add to cart/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'In your cart' })).toBeVisible();
  await reach('link', 'Checkout');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
  await fill('Full name', address.fullName);
  await fill('Street and number', address.line1);
  await fill('Postal code', address.postalCode);
  await fill('City', address.city);
  await reach('combobox', 'Country');
  await page.keyboard.type('United Kingdom');
  await page.keyboard.press('Enter');
  await reach('button', 'Continue');
  await page.keyboard.press('Enter');
  await fill('Card number', '4242424242424242');
  await fill('Expires', '1239');
  await fill('Security code', '123');
  await page.keyboard.press('Enter');
  await reach('button', /^Pay €/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
});

test('no card number leaves the browser', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await atCheckout(page, 'pocket-speaker');
  await enterAddress(page);
  await payWith(page, cards.good);
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
  expect(sent.some((request) => request.includes('sim_ok'))).toBe(true);
  expect(sent.filter((request) => /4242\D?4242/.test(request))).toEqual([]);
});
