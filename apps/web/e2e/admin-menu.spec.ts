import type { Page } from '@playwright/test';
import { enterAsAdmin } from './admin.ts';
import { violations } from './axe.ts';
import { expect, test } from './test.ts';

/** Where the page's content is: it must not move. */
const contentTop = (page: Page) => page.getByRole('main').evaluate((main) => main.getBoundingClientRect().top);

test('on a phone the sections are in a menu that says where one is', { tag: ['@phone', '@long'] }, async ({ page }) => {
  await enterAsAdmin(page);
  await page.goto('/admin/orders');
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  const button = page.getByRole('button', { name: 'Menu Orders' });
  const sections = page.getByRole('navigation', { name: 'Admin' });
  await expect(sections).toBeHidden();
  const before = await contentTop(page);
  await button.click();
  await expect(sections.getByRole('list', { name: 'Catalogue' }).getByRole('link')).toHaveCount(5);
  await expect(sections.getByRole('link', { name: 'Orders' })).toHaveAttribute('aria-current', 'page');
  for (const link of await sections.getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 });
  expect(await contentTop(page)).toBe(before);
  expect(await violations(page)).toEqual([]);
  await sections.getByRole('link', { name: 'Fulfilment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fulfilment' })).toBeVisible();
  await expect(sections).toBeHidden();
  await expect(page.getByRole('button', { name: 'Menu Fulfilment' })).toHaveAttribute('aria-expanded', 'false');
});

test('the menu works with the keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAsAdmin(page);
  await page.goto('/admin/products/new');
  const button = page.getByRole('button', { name: 'Menu Products' });
  const sections = page.getByRole('navigation', { name: 'Admin' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(sections.getByRole('link', { name: 'Dashboard' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sections).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Space');
  await expect(sections).toBeVisible();
  // Away from it, the menu closes.
  await page.keyboard.press('Shift+Tab');
  await expect(sections).toBeHidden();
});

test('elsewhere all sections are in sight', async ({ page }) => {
  await enterAsAdmin(page);
  await page.goto('/admin');
  const sections = page.getByRole('navigation', { name: 'Admin' });
  for (const width of [1280, 900]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('button', { name: /^Menu/ })).toBeHidden();
    for (const link of await sections.getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 });
  }
});
