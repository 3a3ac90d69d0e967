import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const MOST_SHIFT = 0.05;

/** The total layout shift since the page was opened. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
        }).observe({ type: 'layout-shift', buffered: true });
        // The observer receives buffered entries within two frames.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );
}

for (const path of ['/', '/c/kitchen', '/p/studio-headphones', '/search?q=lamp']) {
  test(`${path} loads without layout shift`, { tag: '@phone' }, async ({ page }) => {
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

test('a page downloads only its own code', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(new URL(response.url()).pathname);
  });
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((path) => path.includes('home-page'))).toHaveLength(1);
  expect(scripts.filter((path) => /checkout|account|order|login|register|cart-page|admin/.test(path))).toEqual([]);
});
