import type { Page, Route } from '@playwright/test';
import { expect, test } from './test.ts';

/** What a product's page has, whether it can be bought or not: tests add products of both kinds to the first places of lists. */
const itsButton = /add to cart|sold out|email me when/i;

const card = (page: Page, index: number) =>
  page.locator('main').getByRole('listitem').getByRole('link').filter({ hasText: '€' }).nth(index);
const nameOf = async (page: Page, index: number) =>
  (await card(page, index).locator('.product-card__name').textContent()) ?? '';

test('a product that was fetched ahead opens without asking for anything', { tag: '@long' }, async ({ page }) => {
  const fetched = page.waitForResponse(/catalog\.bySlug/);
  await page.goto('/c/kitchen');
  await fetched;
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/trpc/') && asked.push(request.url()));
  const name = await nameOf(page, 1);
  await card(page, 1).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('button', { name: itsButton })).toBeVisible();
  expect(asked.filter((url) => /catalog\.(bySlug|related)/.test(url))).toEqual([]);
});

test('until its answer is there, a product shows what its card said, and cannot be bought', async ({ page }) => {
  await page.goto('/c/kitchen');
  const held: Route[] = [];
  let isOpen = false;
  await page.route(/catalog\.bySlug/, (route) => (isOpen ? route.continue() : void held.push(route)));
  const name = await nameOf(page, 6);
  const price = await card(page, 6).locator('.price').textContent();
  await card(page, 6).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.locator('main .price').first()).toHaveText(price ?? '');
  await expect(page.getByRole('button', { name: /add to cart/i })).toBeHidden();
  isOpen = true;
  await Promise.all(held.map((route) => route.continue()));
  await expect(page.getByRole('button', { name: itsButton })).toBeVisible();
});

test('the picture of its card is there at once, however long its own takes', async ({ page }) => {
  // Other tests add products without images elsewhere.
  await page.goto('/c/audio');
  const picture = (of: string) => page.locator(`${of} img`).first();
  const isThere = (of: string) =>
    picture(of).evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth);
  await expect.poll(() => isThere('main .product-card')).toBeTruthy();
  // The sizes of a product's page: tests with a route do without the browser's cache.
  await page.route(/\/media\/.*\/(?:480|768|1280)\.\w+$/, () => undefined);
  await card(page, 0).click();
  await expect.poll(() => isThere('.gallery__main')).toBeTruthy();
});

test('what was opened before is shown below, and a deleted product is not @both', async ({ page }) => {
  // Not a product's page, which would add itself at a moment of its own.
  await page.goto('/login');
  await page.evaluate(() => localStorage.setItem('recently-viewed', '["stoneware-teapot","no-such-product"]'));
  await page.goto('/p/studio-headphones');
  const recent = page.getByRole('region', { name: 'Recently viewed' });
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await expect(recent.getByRole('link')).toHaveCount(1);
  await expect(recent.getByRole('link', { name: /Stoneware teapot/ })).toBeVisible();
});

test('what a tap opens is there in the task of the tap, without a frame in between @phone', { tag: '@long' }, async ({
  page,
}) => {
  const fetched = page.waitForResponse(/catalog\.bySlug/);
  await page.goto('/c/kitchen');
  await (await fetched).finished();
  // Another page, so that React has taken over all of this one.
  await card(page, 0).tap();
  await expect(page.getByRole('button', { name: itsButton })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Kitchen' })).toBeVisible();
  const name = await nameOf(page, 0);
  const shown = await card(page, 0).evaluate(
    (link: HTMLAnchorElement) =>
      new Promise((resolve) => {
        link.click();
        setTimeout(() => resolve(document.querySelector('main h1')?.textContent));
      }),
  );
  expect(shown).toBe(name);
});

test('what lies below a product comes after it, and whoever comes back is where they were @phone', async ({ page }) => {
  await page.goto('/c/audio');
  const name = await nameOf(page, 0);
  await card(page, 0).tap();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const related = page.getByRole('region', { name: 'You might also like' });
  await related.getByRole('link').first().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => Math.round(window.scrollY));
  expect(scrolled).toBeGreaterThan(0);
  await related.getByRole('link').first().tap();
  await expect(page.getByRole('heading', { level: 1, name })).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect.poll(() => page.evaluate(() => Math.round(window.scrollY))).toBe(scrolled);
});
