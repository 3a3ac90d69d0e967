import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { adminClient } from './admin.ts';
import { addToCart } from './shopper.ts';
import { expect, test } from './test.ts';

/*
 * Names as long as languages make them: nothing sticks out at the side (every test looks for that all the
 * time), and everything can be read.
 */

const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze';

/** A product and a category with such a name. */
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

/** Opens the page, waits for what it says, and looks for what sticks out of its own box, or of the page. */
async function look(page: Page, path: string, says: string | RegExp): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('main').getByText(says).first()).toBeVisible();
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth > clientWidth ? scrollWidth : 0;
  });
  expect(wide, `${path} is so wide`).toBe(0);
}

test('long names on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { category, product } = await longNames();
  await page.goto(`/p/${product.slug}`);
  await addToCart(page);
  await look(page, `/p/${product.slug}`, long);
  await look(page, `/c/${category.slug}`, long);
  await look(page, '/cart', long);
});

test('the last crumb stays in one line, however long it is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { product } = await longNames();
  await page.goto(`/p/${product.slug}`);
  const crumb = page.getByRole('navigation', { name: 'Breadcrumb' }).locator('[aria-current=page]');
  await expect(crumb).toBeVisible();
  const { height, lineHeight } = await crumb.evaluate((element) => ({
    height: element.getBoundingClientRect().height,
    lineHeight: Number.parseFloat(getComputedStyle(element).lineHeight),
  }));
  expect(height).toBeLessThan(lineHeight * 1.5);
});
