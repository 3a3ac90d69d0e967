import { expect, test } from './test.ts';

test('on a phone, one button buys wherever one reads, and covers nothing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/p/field-watch');
  const buy = page.getByRole('button', { name: /add to cart/i });
  const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0;
  // Above its place, at it, and below it.
  await expect(buy).toBeInViewport();
  await expect(page.locator('.buy-bar__what')).toBeVisible();
  await page.locator('.buy-box__benefits').scrollIntoViewIfNeeded();
  await expect(page.locator('.buy-bar__what')).toBeHidden();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.locator('.buy-bar__what')).toBeVisible();
  await expect(buy).toBeInViewport({ ratio: 1 });
  const { y = 0, height = 0 } = (await page.locator('.footer__small').boundingBox()) ?? {};
  expect(y + height).toBeLessThanOrEqual(await top('.buy-bar__inside'));
  // The header makes room for what is read, and comes back.
  const search = page.getByRole('combobox', { name: /search/i });
  const isCovered = () =>
    search.evaluate((field) => {
      const { x, y, width, height } = field.getBoundingClientRect();
      return !field.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  await expect.poll(isCovered).toBe(true);
  await page.mouse.wheel(0, -200);
  await expect.poll(isCovered).toBe(false);

  await buy.click();
  const drawer = page.getByRole('dialog', { name: 'In your cart' });
  await drawer.getByRole('button', { name: 'Keep shopping' }).click();
  await expect(drawer).toBeHidden();
  await expect(buy).toBeFocused();
});
