import { layoutShift, MOST_SHIFT } from './layout-shift.ts';
import { expect, test } from './test.ts';

for (const path of ['/', '/c/kitchen', '/p/studio-headphones', '/search?q=lamp']) {
  test(`${path} loads without layout shift`, { tag: '@both' }, async ({ page }) => {
    await page.route('**/trpc/**', async (route) => {
      // Slow enough for the page to render before its data arrives.
      await new Promise((resolve) => setTimeout(resolve, 250));
      await route.continue();
    });
    await page.goto(path);
    await expect(page.getByRole('main')).toContainText('€');
    await page.waitForLoadState('networkidle');
    expect(await layoutShift(page)).toBeLessThan(MOST_SHIFT);
  });
}

test('the shop downloads none of the code of other pages', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(new URL(response.url()).pathname);
  });
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((path) => path.includes('/index-'))).toHaveLength(1);
  expect(scripts.filter((path) => /checkout|account|order|login|register|cart-page|admin/.test(path))).toEqual([]);
});
