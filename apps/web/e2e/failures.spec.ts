import type { Page } from '@playwright/test';
import { BUSY_PAGE_POLICY, busyPage, styleOf } from '../../server/src/admission/busy-page.ts';
import { violations } from './axe.ts';
import { expect, test } from './test.ts';

test.describe('missing pages', () => {
  for (const path of ['/nowhere', '/p/no-such-thing', '/c/no-such-category']) {
    test(`${path} shows "Page not found" with a link home`, async ({ page, browserErrors }) => {
      browserErrors.allow(new RegExp(`^404 .*${path}$`));
      await page.goto(path);
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
      await expect(page).toHaveTitle(/Page not found/);
      await page.getByRole('main').getByRole('link').first().click();
      await expect(page).toHaveURL('/');
    });
  }

  test('an address that cannot be read says so, and leads home', async ({ page, browserErrors }) => {
    browserErrors.allow(/^400 .*tea%E0%A4%A$/);
    const answer = await page.goto('/p/tea%E0%A4%A');
    expect(answer?.status()).toBe(400);
    expect(await answer?.text()).toContain("This address can't be read");
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page).toHaveURL('/');
  });
});

/** How to get to a page by links of the shop's own, from a page that does not know what is on it. */
const ways: Record<string, (page: Page) => Promise<unknown>> = {
  '/c/kitchen': (page) =>
    page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Kitchen' }).click(),
  '/search?q=lamp': (page) =>
    page
      .getByRole('combobox', { name: 'Search products' })
      .fill('lamp')
      .then(() => page.keyboard.press('Enter')),
  // Whose cart it is, only the browser asks.
  '/cart': (page) => page.goto('/cart'),
  '/': (page) => page.getByRole('link', { name: 'Lantern, home' }).click(),
};

for (const [path, go] of Object.entries(ways)) {
  test(`${path} without an API shows an error, and trying again works`, { tag: '@long' }, async ({
    page,
    browserErrors,
  }) => {
    browserErrors.allow(/^net::ERR_FAILED .*\/trpc\//);
    await page.clock.install();
    await page.goto('/login');
    await page.route('**/trpc/**', (route) => route.abort());
    await go(page);
    await expect(page).toHaveURL(path);
    const alert = page.getByRole('alert').first();
    // It tries again by itself before it gives up.
    await expect(async () => {
      await page.clock.runFor(1000);
      await expect(alert).toBeVisible({ timeout: 100 });
    }).toPass();
    await page.unroute('**/trpc/**');
    // Each part of a page has its own alert; none may remain.
    await expect(async () => {
      await alert.getByRole('button', { name: 'Try again' }).click({ timeout: 1000 });
      await expect(alert).toBeHidden({ timeout: 2000 });
    }).toPass();
    await expect(page.getByRole('main')).toContainText(/€|Your cart is empty/);
  });
}

test('a page that the store has no answer for asks again by itself', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^503 .*\/trpc\//);
  await page.clock.install();
  await page.goto('/login');
  const data = { code: 'SERVICE_UNAVAILABLE', httpStatus: 503, reason: 'database_unavailable' };
  const refusal = { error: { message: 'Away.', code: -32_603, data } };
  await page.route('**/trpc/**', (route) => {
    const procedures = new URL(route.request().url()).pathname.split(',');
    return route.fulfill({ status: 503, json: procedures.map(() => refusal) });
  });
  await page.goto('/cart');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText(refusal.error.message);
  await page.unroute('**/trpc/**');
  await expect(async () => {
    await page.clock.runFor(1000);
    await expect(page.getByRole('main')).toContainText('Your cart is empty', { timeout: 100 });
  }).toPass();
  await expect(alert).toBeHidden();
});

test('a busy store says so in the chosen theme, lets one read, and shows the page once it can', {
  tag: '@long',
}, async ({ page, browserErrors }) => {
  browserErrors.allow(/^503 .*\/c\/kitchen$/);
  await page.goto('/login');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByLabel('Theme').selectOption('Dark');
  // What is chosen before the page's code is there takes effect once it is.
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  const style = styleOf(await (await page.request.get('/login')).text());
  const asked: string[] = [];
  await page.route('**/c/kitchen', (route) => {
    asked.push(route.request().method());
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': BUSY_PAGE_POLICY };
    return route.fulfill({ status: 503, headers, body: busyPage('en', style) });
  });
  await page.goto('/c/kitchen');
  await expect(page.getByRole('heading', { name: 'The store is busy' })).toBeVisible();
  expect(await ground()).toBe(dark);
  expect(await violations(page)).toEqual([]);
  // It asks whether the page can be had, without leaving this one.
  await expect.poll(() => asked.at(-1)).toBe('HEAD');
  expect(asked.filter((method) => method === 'GET')).toHaveLength(1);
  await page.unroute('**/c/kitchen');
  await expect(page.getByRole('heading', { level: 1, name: 'Kitchen' })).toBeVisible();
});

test.describe('a page whose code is gone after an update', () => {
  // It would have the code still.
  test.use({ serviceWorkers: 'block' });

  for (const helps of [true, false]) {
    test(`loads anew by itself${helps ? '' : ', and says so if that does not help'}`, async ({
      page,
      browserErrors,
    }) => {
      browserErrors.allow(/login-page/);
      let requests = 0;
      await page.route('**/assets/login-page*.js', (route) =>
        ++requests === 1 || !helps ? route.fulfill({ status: 404 }) : route.continue(),
      );
      await page.goto('/');
      await page.evaluate(() => Object.assign(window, { isOld: true }));
      await page.getByRole('navigation', { name: 'Account and cart' }).getByRole('link', { name: 'Log in' }).click();
      const title = helps ? 'Log in' : 'This page could not be loaded';
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await expect(page).toHaveURL('/login');
      expect(await page.evaluate(() => 'isOld' in window)).toBe(false);
    });
  }
});
