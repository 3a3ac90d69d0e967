import { adminClient, enterAsAdmin } from './admin.ts';
import { violations } from './axe.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

test('an admin adds synonyms, and shoppers find products by them', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/409 .*admin\.synonyms\.save/);
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
  // Another admin changes them while the form is open.
  const client = await adminClient();
  const group = (await client.admin.synonyms.list.query()).find(({ words: [word] }) => word === 'zorbulator');
  await page.getByRole('button', { name: 'Edit zorbulator' }).click();
  await client.admin.synonyms.save.mutate({ id: group?.id, words: ['zorbulator', 'everyday mug', 'beaker'] });
  await words.fill('zorbulator, everyday mug, cup');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Someone else has changed these synonyms since you opened them.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(rows).toHaveText('zorbulator, everyday mug, beaker');
  const first = async () => (await openClient().catalog.search.query({ q: 'zorbulator' })).items[0]?.name;
  await expect.poll(first).toBe('Everyday mug');
  await page.goto('/search?q=zorbulator');
  await expect(page.locator('main .product-card').first()).toContainText('Everyday mug');
  await page.goto('/admin/synonyms');
  await page.getByRole('button', { name: 'Remove zorbulator' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(rows).toBeHidden();
});
