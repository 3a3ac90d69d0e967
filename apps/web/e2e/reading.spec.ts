import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin } from './admin.ts';
import { address, addToCart, customer, enterAs } from './shopper.ts';
import { expect, test } from './test.ts';
import { type Place, walk } from './walk.ts';

/*
 * Very long names: nothing overflows sideways (every test watches for that all the time), and everything can be read.
 */

const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze';

/** A product and a category with a very long name. */
async function longNames() {
  const client = await adminClient();
  const tag = randomUUID().slice(0, 8);
  const category = await client.admin.categories.create.mutate({ name: `${long} ${tag}`, slug: `cap-${tag}` });
  const product = await client.admin.products.create.mutate({
    name: `${long} ${tag}`,
    slug: `captain-${tag}`,
    description: long,
    status: 'active',
    categorySlugs: [category.slug],
    variants: [
      { sku: `CAP-${tag}`, options: { Farbe: `${long}blau` }, priceCents: 4900, stock: 9 },
      { sku: `CAP-${tag}-R`, options: { Farbe: 'Rot' }, priceCents: 5900, stock: 9 },
    ],
  });
  return { category, product };
}

/** Opens the page, waits for the given text and checks that the page is not wider than the screen. */
async function look(page: Page, path: string, says: string | RegExp): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('main').getByText(says).first()).toBeVisible();
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth > clientWidth ? scrollWidth : 0;
  });
  expect(wide, `${path} is so wide`).toBe(0);
}

test('long names fit on a phone', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { category, product } = await longNames();
  await page.goto(`/p/${product.slug}`);
  await addToCart(page);
  await look(page, `/p/${product.slug}`, long);
  await expectOneLine(page);
  await look(page, `/c/${category.slug}`, long);
  await look(page, '/cart', long);
});

/** The last breadcrumb does not wrap. */
async function expectOneLine(page: Page): Promise<void> {
  const crumb = page.getByRole('navigation', { name: 'Breadcrumb' }).locator('[aria-current=page]');
  await expect(crumb).toBeVisible();
  const { height, lineHeight } = await crumb.evaluate((element) => ({
    height: element.getBoundingClientRect().height,
    lineHeight: Number.parseFloat(getComputedStyle(element).lineHeight),
  }));
  expect(height).toBeLessThan(lineHeight * 1.5);
}

/** An unbroken word of the given length. */
const unbroken = (length: number) => long.repeat(4).slice(0, length);

/** A customer whose name, address, cart and order contain such words, and what they bought. */
async function longOrder() {
  const client = await adminClient();
  const tag = randomUUID().slice(0, 8);
  const word = unbroken(80);
  const category = await client.admin.categories.create.mutate({ name: `${word}s`, slug: `word-${tag}` });
  const product = await client.admin.products.create.mutate({
    name: word,
    slug: `word-${tag}`,
    description: word,
    status: 'active',
    categorySlugs: [category.slug],
    variants: [{ sku: `${'S'.repeat(50)}-${tag}`, options: { [unbroken(40)]: word }, priceCents: 4900, stock: 9 }],
  });
  const person = await customer(word);
  const [variant] = product.variants;
  await person.client.cart.add.mutate({ variantId: variant?.id ?? 0, quantity: 2 });
  const { totalCents } = await person.client.cart.get.query();
  const { order } = await person.client.checkout.place.mutate({
    idempotencyKey: randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: { ...address, fullName: word, line1: word, line2: word, city: word, region: word },
    paymentMethod: 'sim_ok',
  });
  await person.client.cart.add.mutate({ variantId: variant?.id ?? 0, quantity: 2 });
  return { client, category, product, person, order };
}

/** How many pixels the page overflows by: on a desktop, on a phone, and on a phone with text at 200 %. */
async function sticksOut(page: Page): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page);
  const found: number[] = [];
  for (const [width, letters] of [
    [1280, 16],
    [390, 16],
    [390, 32],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    // As in the browser's settings: the breakpoints follow it, too.
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: letters } });
    found.push(await page.evaluate(overflow));
  }
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  await devtools.detach();
  await page.setViewportSize({ width: 1280, height: 844 });
  return found;
}

/** Runs in the page: how many pixels it overflows by. */
function overflow(): number {
  const root = document.documentElement;
  return Math.max(0, root.scrollWidth - root.clientWidth);
}

test('unbroken words and text at 200 % fit on every page', { tag: '@long' }, async ({ page }) => {
  const { category, client, product, person, order } = await longOrder();
  const { items } = await client.admin.users.list.query({ q: person.email });
  const shopper: Place[] = [
    ['/search?q=lamp', 'Results for', /products/],
    [`/p/${product.slug}`, product.name, 'In stock'],
    [`/c/${category.slug}`, category.name, '1 product'],
    ['/cart', 'Cart', 'Subtotal'],
    ['/checkout', 'Checkout', 'Full name'],
    ['/account', 'Your account', 'Current password'],
    [`/orders/${order.number}`, `Order ${order.number}`, 'Delivery address'],
  ];
  const owner: Place[] = [
    ['/admin', 'Dashboard', 'Revenue'],
    [`/admin/products?q=${product.slug}`, 'Products', product.name],
    [`/admin/products/${product.id}`, product.name, 'Variants'],
    [`/admin/orders?q=${order.number}`, 'Orders', order.number],
    [`/admin/orders/${order.number}`, `Order ${order.number}`, 'Timeline'],
    [`/admin/users?q=${person.email}`, 'Users', person.email],
    [`/admin/users/${items[0]?.id}`, person.name, 'Sessions'],
    ['/admin/categories', 'Categories', long],
    [`/admin/activity?entity=product:${product.id}`, 'Activity', product.name],
  ];
  const expectFits = async (path: string) => expect.soft(await sticksOut(page), path).toEqual([0, 0, 0]);
  await enterAs(page, person);
  await walk(page, shopper, expectFits);
  await enterAsAdmin(page);
  await walk(page, owner, expectFits);
  // Other tests look at lists of all categories.
  await client.admin.products.update.mutate({ id: product.id, version: product.version, categorySlugs: ['kitchen'] });
  await client.admin.categories.delete.mutate({ id: category.id });
});
