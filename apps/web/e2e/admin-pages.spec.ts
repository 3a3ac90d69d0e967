import { randomUUID } from 'node:crypto';
import { adminClient, enterAsAdmin } from './admin.ts';
import { violations } from './axe.ts';
import { expect, test } from './test.ts';

test('an admin writes a page beside what it looks like, and shoppers read it', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^404 .*pages/);
  const title = `Workshop ${randomUUID().slice(0, 6)}`;
  await enterAsAdmin(page);
  await page.goto('/admin/pages');
  await expect(page.getByRole('main').getByRole('link', { name: 'Delivery', exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'New page' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const text =
    '# Where\n\nIn [Dublin](/pages/contact), <b>not</b> here.\n\n| day | hours |\n| --- | ---: |\n| Monday | 9–17 |';
  await page.getByLabel('Text', { exact: true }).fill(text);
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { level: 2, name: 'Where' })).toBeVisible();
  await expect(preview.getByText('<b>not</b> here.')).toBeVisible();
  await expect(preview.getByRole('cell', { name: '9–17' })).toBeVisible();
  const boxes = () =>
    Promise.all([page.getByRole('region', { name: 'Page', exact: true }).boundingBox(), preview.boundingBox()]);
  const [written, beside] = await boxes();
  expect(beside?.x).toBeGreaterThan((written?.x ?? 0) + (written?.width ?? 0) - 1);
  await page.setViewportSize({ width: 390, height: 844 });
  const [above, below] = await boxes();
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0) - 1);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByText('Everybody can read it.').click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`${title} saved`)).toBeVisible();

  await page.getByRole('link', { name: 'Open in the store' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Help' }).getByRole('link', { name: title })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Dublin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contact' })).toBeVisible();

  await page.goto('/admin/pages');
  const row = page.getByRole('listitem').filter({ hasText: title });
  await page.getByRole('button', { name: `Remove ${title}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row).toBeVisible();
  await page.goto('/admin/activity?entity=page');
  await expect(page.getByRole('row').filter({ hasText: title }).first()).toContainText(`brought page “${title}” back`);
  const { admin } = await adminClient();
  const made = (await admin.pages.list.query()).find((one) => one.title === title);
  await admin.pages.remove.mutate({ id: made?.id ?? 0 });
});

test('a page that someone else has changed meanwhile is not overwritten', async ({ page, browserErrors }) => {
  browserErrors.allow(/^409 .*\/trpc\/admin\.pages\.update/);
  const { admin } = await adminClient();
  const written = {
    title: `Opening ${randomUUID().slice(0, 6)}`,
    markdown: 'At nine.',
    inFooter: false,
    published: false,
  };
  const { id, slug, position } = await admin.pages.create.mutate(written);
  await enterAsAdmin(page);
  await page.goto(`/admin/pages/${id}`);
  await page.getByLabel('Text', { exact: true }).fill('At ten.');
  await admin.pages.update.mutate({ ...written, id, slug, position, markdown: 'At eight.' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Someone else has changed this page')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('At eight.');
  await admin.pages.remove.mutate({ id });
});
