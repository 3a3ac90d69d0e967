import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** What axe finds on the page as it is now that keeps somebody out: one line for each place. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

const pages = [
  ['/', 'Shop by category'],
  ['/c/kitchen', 'products'],
  ['/search?q=lamp', 'products'],
  ['/search?q=xylofonium', 'Nothing found'],
  ['/p/studio-headphones', 'Add to cart'],
  ['/p/hugo-the-bear', 'Sold out'],
  ['/cart', 'Your cart is empty'],
  ['/nowhere', 'There is nothing here'],
  ['/login', 'Log in'],
  ['/register', 'Create account'],
] as const;

for (const [path, words] of pages) {
  test(`nothing on ${path} keeps anybody out`, { tag: '@phone' }, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('main').getByText(words).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await barriers(page)).toEqual([]);
  });
}

test('nothing in the drawer and in a full cart keeps anybody out', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/p/stoneware-teapot');
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  const drawer = page.getByRole('dialog', { name: 'In your cart' });
  await expect(drawer).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await drawer.getByRole('link', { name: 'View cart' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cart' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});
