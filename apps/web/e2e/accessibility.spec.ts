import { barriers } from './barriers.ts';
import { address, addToCart, buy, customer, enterAddress, logIn, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

const pages = [
  ['/', 'Shop by category'],
  ['/c/kitchen', 'products'],
  ['/search?q=lamp', 'products'],
  ['/search?q=xylofonium', 'Nothing found'],
  ['/p/studio-headphones', 'Add to cart'],
  ['/p/hugo-the-bear', 'Sold out'],
  ['/cart', 'Your cart is empty'],
  ['/nowhere', 'Page not found'],
  ['/login', 'Log in'],
  ['/register', 'Create account'],
] as const;

test('nothing on the shop’s pages keeps anybody out', { tag: '@phone' }, async ({ page }) => {
  for (const [path, words] of pages) {
    await page.goto(path);
    await expect(page.getByRole('main').getByText(words).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect([path, await barriers(page)]).toEqual([path, []]);
  }
});

test('nothing in the drawer and in a full cart keeps anybody out', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/p/stoneware-teapot');
  const drawer = await addToCart(page);
  expect(await barriers(page)).toEqual([]);
  await drawer.getByRole('link', { name: 'View cart' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cart' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('nothing on the pages of an account keeps anybody out', { tag: '@phone' }, async ({ page }) => {
  const person = await customer();
  await logIn(page, person);
  await page.goto('/orders');
  await expect(page.getByRole('heading', { name: 'No orders yet' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  const number = await buy(person.client);
  await page.goto('/orders');
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.goto(`/orders/${number}`);
  await expect(page.getByText('Payment received')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.goto('/account');
  await expect(page.getByRole('form', { name: 'Delivery address' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('nothing in the checkout keeps anybody out', { tag: '@phone' }, async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await logIn(page, person);
  await page.goto('/checkout');
  const next = page.getByRole('button', { name: 'Continue' });
  await next.click();
  await expect(page.getByText('Please enter street and number.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await enterAddress(page);
  await page.getByRole('button', { name: 'Review order' }).click();
  await expect(page.getByLabel('Card number')).toHaveAttribute('aria-invalid', 'true');
  expect(await barriers(page)).toEqual([]);
  await page.getByText('use a test card').click();
  await page.getByRole('button', { name: '4242 4242 4242 4242' }).click();
  await page.getByRole('button', { name: 'Review order' }).click();
  await expect(page.getByRole('button', { name: /^Pay €/ })).toBeVisible();
  await expect(page.getByText(address.line1)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});
