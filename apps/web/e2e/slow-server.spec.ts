import type { Page, Route } from '@playwright/test';
import { cartLink } from './shopper.ts';
import { expect, test } from './test.ts';

/* A server that does not answer: the page says so and offers a way out. */

/** Holds requests until it is thawed; then lets them all continue. */
function freezer() {
  const held: Route[] = [];
  let frozen = true;
  return {
    hold: (route: Route) => (frozen ? void held.push(route) : route.continue()),
    async thaw() {
      frozen = false;
      // Requests that the page has given up on can no longer continue.
      for (const route of held) await route.continue().catch(() => undefined);
    },
    count: () => held.length,
  };
}

const words = 'This is taking longer than usual.';
const noteOf = (page: Page) => page.getByRole('alert').filter({ hasText: words });

/** Waits until at least that many requests are held, and then as long as it takes the page to call them slow. */
async function expectSlow(page: Page, held: () => number, count: number): Promise<void> {
  await expect.poll(held).toBeGreaterThanOrEqual(count);
  await page.clock.runFor(9000);
  await expect(noteOf(page)).toBeVisible();
}

test('a slow add to cart can be cancelled and retried, and adds one', async ({ page }) => {
  await page.clock.install();
  await page.goto('/p/kitchen-radio');
  const add = page.getByRole('button', { name: /^Add to cart/ });
  await expect(cartLink(page, 0)).toBeVisible();
  const server = freezer();
  await page.route('**/trpc/cart.add*', server.hold);
  await add.click();
  const note = noteOf(page);
  await expectSlow(page, server.count, 1);
  await note.getByRole('button', { name: 'Cancel' }).click();
  await expect(note).toBeHidden();
  await expect(page.getByText('Cancelled. It may have gone through')).toBeVisible();
  await expect(add).toBeEnabled();

  await add.click();
  await expectSlow(page, server.count, 2);
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toBeHidden();
  await expect.poll(server.count).toBe(3);
  await server.thaw();
  await expect(page.getByRole('dialog', { name: 'In your cart' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(cartLink(page, 1)).toBeVisible();
});

test('a page whose code is slow to load can be cancelled or reloaded', async ({ page }) => {
  await page.clock.install();
  await page.goto('/c/kitchen');
  const link = page.getByRole('link', { name: 'Log in' }).first();
  const server = freezer();
  await page.route('**/assets/login-page*', server.hold);
  await link.click();
  const note = noteOf(page);
  await expectSlow(page, server.count, 1);
  await note.getByRole('button', { name: 'Cancel' }).click();
  await expect(note).toBeHidden();
  await expect(page).toHaveURL('/c/kitchen');
  await expect(page.getByRole('progressbar', { name: 'Loading page' })).toBeHidden();
  await server.thaw();
  await link.click();
  await expect(page).toHaveURL('/login');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});

test('a list that times out shows an error and can be retried', async ({ page }) => {
  await page.clock.install();
  const server = freezer();
  await page.goto('/login');
  await page.route('**/trpc/*catalog.list*', server.hold);
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'All' }).click();
  await expect.poll(server.count).toBeGreaterThan(0);
  await page.clock.runFor(9000);
  await expect(page.getByText(words)).toBeVisible();
  await page.clock.runFor(25_000);
  await expect(page.getByText('The store did not answer in time.')).toBeVisible();
  await expect(page.getByText(words)).toBeHidden();
  await server.thaw();
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('main').getByText(/€/).first()).toBeVisible();
});
