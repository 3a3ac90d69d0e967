import { enterAsAdmin } from './admin.ts';
import { violations } from './axe.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

test('an admin adds synonyms, and shoppers find products by them', async ({ page }) => {
  await enterAsAdmin(page);
  await page.goto('/admin/synonyms');
  const rows = page.getByRole('listitem').filter({ hasText: 'everyday mug' });
  await page.getByRole('button', { name: 'New group' }).click();
  const words = page.getByLabel('Words');
  await words.fill('zorbulator');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Please enter at least two different words.')).toBeVisible();
  await words.fill('zorbulator, everyday mug');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rows).toHaveText('zorbulator, everyday mug');
  expect(await violations(page)).toEqual([]);
  const first = async () => (await openClient().catalog.search.query({ q: 'zorbulator' })).items[0]?.name;
  await expect.poll(first).toBe('Everyday mug');
  await page.goto('/search?q=zorbulator');
  await expect(page.locator('main .product-card').first()).toContainText('Everyday mug');
  await page.goto('/admin/synonyms');
  await page.getByRole('button', { name: 'Remove zorbulator' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(rows).toBeHidden();
});
