import { expect, test } from './test.ts';

test.describe('missing pages', () => {
  for (const path of ['/nowhere', '/p/no-such-thing', '/c/no-such-category']) {
    test(`${path} shows "Page not found" with a link home`, async ({ page, browserErrors }) => {
      browserErrors.allow(/^404 .*\/trpc\/catalog\./);
      await page.goto(path);
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
      await expect(page).toHaveTitle(/Page not found/);
      await page.getByRole('main').getByRole('link').first().click();
      await expect(page).toHaveURL('/');
    });
  }
});

for (const path of ['/c/kitchen', '/search?q=lamp', '/p/stoneware-teapot', '/cart', '/']) {
  test(`${path} without an API shows an error, and trying again works`, async ({ page, browserErrors }) => {
    browserErrors.allow(/^net::ERR_FAILED .*\/trpc\//);
    await page.route('**/trpc/**', (route) => route.abort());
    await page.clock.install();
    await page.goto(path);
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
