import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { enterAsAdmin } from './admin.ts';
import { expectAccessible, violations } from './axe.ts';
import { address, addToCart, buy, customer, enterAddress, enterAs, newCustomer, variantOf } from './shopper.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

test('the pages that most see are accessible', ({ page }) =>
  expectAccessible(page, [
    ['/', 'Lantern', 'Shop by category'],
    ['/c/kitchen', 'Kitchen', 'Sake set'],
    ['/p/studio-headphones', 'Studio headphones', 'Add to cart'],
    ['/register', 'Create an account', 'Create account'],
  ]));

test('the other store pages are accessible', { tag: '@long' }, ({ page, browserErrors }) => {
  browserErrors.allow(/^404 .*\/nowhere$/);
  return expectAccessible(page, [
    ['/search?q=lamp', 'Results for “lamp”', 'lamp'],
    ['/search?q=xylofonium', 'Results for “xylofonium”', 'Nothing found'],
    ['/p/hugo-the-bear', 'Hugo the bear', 'Sold out'],
    ['/pages/contact', 'Contact', 'Who we are'],
    ['/cart', 'Cart', 'Your cart is empty'],
    ['/nowhere', 'Page not found', 'Page not found'],
    ['/login', 'Log in', 'Log in'],
  ]);
});

test('the cart drawer and a full cart are accessible', { tag: '@long' }, async ({ page }) => {
  await page.goto('/p/stoneware-teapot');
  const drawer = await addToCart(page);
  expect(await violations(page)).toEqual([]);
  await drawer.getByRole('link', { name: 'View cart' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cart' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the account pages are accessible', { tag: '@long' }, async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/orders');
  await expect(page.getByRole('heading', { name: 'No orders yet' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  const number = await buy(person.client);
  await expectAccessible(page, [
    ['/orders', 'Your orders', number],
    ['/account', 'Your account', 'Current password'],
    [`/orders/${number}`, `Order ${number}`, 'Payment received'],
  ]);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the checkout is accessible', async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  const next = page.getByRole('button', { name: 'Continue' });
  await next.click();
  await expect(page.getByText('Please enter street and number.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await enterAddress(page);
  await page.getByRole('button', { name: 'Review order' }).click();
  await expect(page.getByLabel('Card number')).toHaveAttribute('aria-invalid', 'true');
  expect(await violations(page)).toEqual([]);
  await page.getByText('use a test card').click();
  await page.getByRole('button', { name: '4242 4242 4242 4242' }).click();
  await page.getByRole('button', { name: 'Review order' }).click();
  await expect(page.getByRole('button', { name: /^Pay €/ })).toBeVisible();
  await expect(page.getByText(address.line1)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('pages in the dark are accessible', { tag: '@long' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const person = await customer();
  await enterAs(page, person);
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  const number = await buy(person.client);
  await person.client.cart.add.mutate({ variantId: await variantOf('stoneware-teapot'), quantity: 1 });
  await expectAccessible(page, [
    ['/', 'Lantern', 'Shop by category'],
    ['/c/kitchen', 'Kitchen', 'Sake set'],
    ['/p/studio-headphones', 'Studio headphones', 'Add to cart'],
    ['/cart', 'Cart', 'Subtotal'],
    ['/checkout', 'Checkout', 'Full name'],
    [`/orders/${number}`, `Order ${number}`, 'Payment received'],
  ]);
  await enterAsAdmin(page);
  await expectAccessible(page, [
    ['/admin', 'Dashboard', 'Revenue'],
    ['/admin/products/1', 'Stoneware teapot', 'Variants'],
    ['/admin/activity', 'Activity', 'Log verified'],
  ]);
});

test('a theme is chosen for this browser, and is there before anything is seen', { tag: '@long' }, async ({
  page,
  context,
}) => {
  const ground = (of: Page) => of.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto('/');
  const light = await ground(page);
  const other = await context.newPage();
  await other.goto('/login');
  await page.getByLabel('Theme').selectOption('Dark');
  await expect.poll(() => ground(page)).not.toBe(light);
  const dark = await ground(page);
  // Another page of this browser follows.
  await expect.poll(() => ground(other)).toBe(dark);
  // A page that has just arrived, whose code is not there yet.
  await other.route('**/*.js', (route) => route.abort('aborted'));
  await other.goto('/login', { waitUntil: 'domcontentloaded' });
  expect(await ground(other)).toBe(dark);
  await expect(other.locator('meta[name="theme-color"][media="all"]')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await page.getByLabel('Theme').selectOption('System');
  await expect.poll(() => ground(page)).toBe(light);
});

test('an order is printed dark on white, without what is pressed', { tag: '@long' }, async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const person = await customer();
  await enterAs(page, person);
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  const number = await buy(person.client);
  const expectPaper = async () => {
    for (const says of ['Kitchen radio', address.line1, 'Total']) {
      await expect(page.getByRole('main').getByText(says).first()).toBeVisible();
    }
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  };
  await page.goto(`/orders/${number}`);
  await expectPaper();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await expectPaper();
});

test("a guest's order is printed without the form for an account", async ({ page }) => {
  const guest = openClient();
  const cart = await guest.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  const { order } = await guest.checkout.place.mutate({
    idempotencyKey: randomUUID(),
    expectedTotalCents: cart.totalCents,
    email: newCustomer().email,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  await page.goto(`/orders/${order.number}#token=${order.accessToken}`);
  const form = page.getByRole('heading', { name: 'Keep this order in an account' });
  await expect(form).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(address.line1).first()).toBeVisible();
  await expect(form).toBeHidden();
});
