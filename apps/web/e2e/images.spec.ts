import type { Locator } from '@playwright/test';
import { layoutShift, MOST_SHIFT } from './layout-shift.ts';
import { expect, test } from './test.ts';

const screens = [
  { width: 390, height: 844, density: 3, card: 320, product: 768 },
  { width: 1280, height: 900, density: 1, card: 192, product: 480 },
];

/** The file that the browser chose, and how many of its pixels it has for each of the screen. */
async function chosen(image: Locator): Promise<{ file: string; detail: number }> {
  await expect
    .poll(() => image.evaluate((node) => node instanceof HTMLImageElement && node.naturalWidth > 0))
    .toBe(true);
  return image.evaluate((node) => {
    if (!(node instanceof HTMLImageElement)) throw new Error('Not an image.');
    const file = node.currentSrc.slice(node.currentSrc.lastIndexOf('/') + 1);
    return { file, detail: Number.parseInt(file, 10) / (node.getBoundingClientRect().width * devicePixelRatio) };
  });
}

for (const screen of screens) {
  test(`at ${screen.width} × ${screen.density} images come as AVIF, as large as they are shown`, {
    tag: '@long',
  }, async ({ browser, browserErrors, baseURL }) => {
    const { width, height, density } = screen;
    await using context = await browser.newContext({
      baseURL,
      viewport: { width, height },
      deviceScaleFactor: density,
    });
    browserErrors.watch(context);
    const page = await context.newPage();
    // Other tests add products without images elsewhere.
    await page.goto('/c/audio');
    const card = page.locator('.product-card img').first();
    expect(await chosen(card)).toMatchObject({ file: `${screen.card}.avif` });
    expect((await chosen(card)).detail).toBeGreaterThan(0.95);
    expect(await card.getAttribute('fetchpriority')).toBe('high');
    await page.waitForLoadState('networkidle');
    expect(await layoutShift(page)).toBeLessThan(MOST_SHIFT);

    await page.goto('/p/studio-headphones');
    const main = page.getByRole('img', { name: 'Midnight blue headphones' });
    expect(await chosen(main)).toMatchObject({ file: `${screen.product}.avif` });
    expect((await chosen(main)).detail).toBeGreaterThan(1);
    await page.waitForLoadState('networkidle');
    expect(await layoutShift(page)).toBeLessThan(MOST_SHIFT);
    // In the middle of its square.
    const [inner, outer] = [await main.boundingBox(), await page.locator('.gallery__main').first().boundingBox()];
    const middle = (box: typeof inner) => (box ? box.y + box.height / 2 : null);
    expect(middle(inner)).toBeCloseTo(middle(outer) ?? 0, 0);
  });
}
