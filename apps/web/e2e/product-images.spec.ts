import type { Locator, Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { expect, test } from './test.ts';

const names = ['Headphones', 'Backpack', 'Teapot'];

/** Opens the editor of a product with three images; returns their description fields, in order. */
async function openImages(page: Page): Promise<Locator> {
  const client = await adminClient();
  const { id, version } = await newProduct(client, 'Three images');
  const urls = (await client.catalog.categories.query()).flatMap(({ imageUrl }) => imageUrl ?? []);
  const images = names.map((alt, index) => ({ url: urls[index] ?? '', alt }));
  await client.admin.products.update.mutate({ id, version, images });
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  const descriptions = page.getByLabel(/^Description of image/);
  await expect(descriptions).toHaveCount(3);
  return descriptions;
}

const orderOf = (descriptions: Locator) =>
  descriptions.evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')));

const image = (page: Page, number: number) => page.getByRole('button', { name: `Image ${number} of 3` });

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

test('images are reordered by touch', { tag: ['@phone', '@long'] }, async ({ page }) => {
  const descriptions = await openImages(page);
  await image(page, 1).scrollIntoViewIfNeeded();
  const [from, to] = [await middleOf(image(page, 1)), await middleOf(image(page, 2))];
  const touches = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    touches.send('Input.dispatchTouchEvent', { type, touchPoints: points });

  // A touch that moves at once scrolls the page.
  await touch('touchStart', [from]);
  await touch('touchMove', [{ x: from.x, y: from.y - 60 }]);
  await touch('touchEnd', []);
  expect(await orderOf(descriptions)).toEqual(names);

  let [start, end] = [from, to];
  // The page glides on for a moment after the touch.
  await expect
    .poll(async () => {
      [start, end] = [await middleOf(image(page, 1)), await middleOf(image(page, 2))];
      return [end.x - start.x, end.y - start.y];
    })
    .toEqual([to.x - from.x, to.y - from.y]);
  await touch('touchStart', [start]);
  await expect(page.getByText('Picked up image 1 of 3.')).toBeAttached();
  for (const part of [0.3, 0.7, 1]) {
    await touch('touchMove', [{ x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y) }]);
  }
  await expect(page.getByText('Image 1 is at position 2 of 3.')).toBeAttached();
  await touch('touchEnd', []);
  await expect.poll(() => orderOf(descriptions)).toEqual(['Backpack', 'Headphones', 'Teapot']);
});

test('images are reordered by mouse and by keyboard, and the order is saved', { tag: '@long' }, async ({ page }) => {
  const descriptions = await openImages(page);
  const [from, to] = [await middleOf(image(page, 1)), await middleOf(image(page, 3))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => orderOf(descriptions)).toEqual(['Backpack', 'Teapot', 'Headphones']);

  await image(page, 2).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Picked up image 2 of 3.')).toBeAttached();
  // What is picked up listens to the arrows a moment after it has been announced. At the left end more presses do nothing.
  await expect(async () => {
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByText('Image 2 is at position 1 of 3.')).toBeAttached({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Space');
  await expect.poll(() => orderOf(descriptions)).toEqual(['Teapot', 'Backpack', 'Headphones']);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Three images saved')).toBeVisible();
  await page.reload();
  await expect(descriptions).toHaveCount(3);
  expect(await orderOf(descriptions)).toEqual(['Teapot', 'Backpack', 'Headphones']);
});
