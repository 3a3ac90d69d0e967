import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { expect, test } from './test.ts';

/** Opens one entity's activity log and waits until it is live. */
async function openHistory(page: Page, productId: number, filters = '') {
  await enterAsAdmin(page);
  await page.goto(`/admin/activity?entity=product:${productId}${filters}`);
  await expect(page.getByText('Live view: Live', { exact: true })).toBeVisible();
  return page
    .getByRole('table', { name: 'Activity' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: /^Details of entry/ }) });
}

test("another admin's change appears live and can be undone", async ({ page }) => {
  const other = await adminClient();
  const { id, version } = await newProduct(other, 'Copper kettle');
  const rows = await openHistory(page, id);
  await expect(rows).toHaveCount(1);

  await other.admin.products.update.mutate({ id, version, name: 'Brass kettle' });
  const first = rows.first();
  await expect(first).toContainText('Admin renamed Copper kettle to Brass kettle');
  await expect(first.getByRole('deletion')).toHaveText('Copper kettle');
  await expect(first.getByRole('insertion')).toHaveText('Brass kettle');

  await first.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await expect(rows.first()).toContainText('Admin undid a change to Copper kettle');
  await expect(rows.first().getByRole('listitem')).toHaveText(/^Name from Brass kettle → *to Copper kettle$/);
  expect((await other.admin.products.byId.query({ id })).name).toBe('Copper kettle');
});

test('a variant is named by its options, and the entry as it is stored is behind the arrow', { tag: '@long' }, async ({
  page,
}) => {
  const other = await adminClient();
  const { id, version, variants } = await newProduct(other, 'Oil lamp');
  const [only] = variants;
  if (!only) throw new Error('There is one.');
  const red = { ...only, options: { Colour: 'Red', Size: 'L' } };
  const made = await other.admin.products.update.mutate({ id, version, variants: [red] });
  await other.admin.products.update.mutate({ id, version: made.version, variants: [{ ...red, priceCents: 3900 }] });
  const first = (await openHistory(page, id)).first();
  await expect(first).toContainText('changed the price of Oil lamp · Red / L from €42.00 to €39.00');
  await expect(first).not.toContainText(only.sku);
  await expect(first.getByRole('insertion')).toHaveText('€39.00');
  await first.getByRole('button', { name: /^Details of entry/ }).click();
  await expect(first).toContainText(`"field": "variants.${only.sku}.priceCents"`);
  await expect(first).toContainText('Hash before');
  await expect(first.getByRole('button', { name: /^Details of entry/ })).toHaveAttribute('aria-expanded', 'true');
  expect(await violations(page)).toEqual([]);
});

test('what was changed at once is one row with its pictures, and is asked for once', async ({ page }) => {
  const other = await adminClient();
  const made = [];
  for (const name of ['Tin cup', 'Tin bowl', 'Tin jug', 'Tin pan', 'Tin tray'])
    made.push(await newProduct(other, name));
  await enterAsAdmin(page);
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('admin.activity.names')) calls.push(request.url());
  });
  await page.goto('/admin/activity');
  await expect(page.getByText('Live view: Live', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Activity' })).toBeVisible();
  const before = calls.length;
  await other.admin.products.bulkUpdate.mutate({
    products: made.map(({ id, version }) => ({ id, version })),
    change: { kind: 'status', status: 'archived' },
    idempotencyKey: crypto.randomUUID(),
  });
  const row = page.getByRole('row').filter({ hasText: 'Admin archived Tin tray, Tin pan, Tin jug and 2 more' });
  await expect(row).toHaveCount(1);
  await expect(row.locator('.product-image')).toHaveCount(3);
  const arrow = row.getByRole('button', { name: /^The 5 entries up to/ });
  await arrow.click();
  await expect(
    page.getByRole('row').filter({ hasText: /Admin archived Tin (cup|bowl|jug|pan|tray)\s*Undo/ }),
  ).toHaveCount(5);
  // Other tests change things meanwhile, but nothing asks once for each row.
  expect(calls.length - before).toBeLessThan(5);
});

test('a refused undo names the field that has changed since', async ({ page, browserErrors }) => {
  browserErrors.allow(/409 .*admin\.activity\.undo/);
  const other = await adminClient();
  const { id, version } = await newProduct(other, 'Tin lantern');
  const changed = await other.admin.products.update.mutate({ id, version, name: 'Iron lantern' });
  await other.admin.products.update.mutate({ id, version: changed.version, name: 'Steel lantern' });
  const rows = await openHistory(page, id);
  await rows.nth(1).getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText(/“Name” has been changed since/)).toBeVisible();
});

test('while paused, new entries are counted; on resume they are shown', async ({ page }) => {
  const other = await adminClient();
  const { id, version } = await newProduct(other, 'Paper fan');
  const rows = await openHistory(page, id);
  await page.getByRole('button', { name: 'Pause' }).click();
  const changed = await other.admin.products.update.mutate({ id, version, name: 'Silk fan' });
  await other.admin.products.update.mutate({ id, version: changed.version, name: 'Linen fan' });
  await page.getByRole('button', { name: 'Resume (2)' }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('Linen fan');
});

test('after a disconnect no entry is missing', async ({ page, context, browserErrors }) => {
  browserErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  const other = await adminClient();
  const { id, version } = await newProduct(other, 'Wool blanket');
  const rows = await openHistory(page, id);
  await context.setOffline(true);
  await expect(page.getByText('Live view: Offline', { exact: true })).toBeVisible();
  await other.admin.products.update.mutate({ id, version, name: 'Cotton blanket' });
  await context.setOffline(false);
  await expect(page.getByText('Live view: Live', { exact: true })).toBeVisible();
  await expect(rows.first()).toContainText('Cotton blanket');
  await expect(rows).toHaveCount(2);
});

test('filters are kept in the URL and apply to live entries', async ({ page }) => {
  const other = await adminClient();
  const { id, version } = await newProduct(other, 'Oak stool');
  const rows = await openHistory(page, id);
  await page.getByLabel('Action').selectOption('product.create');
  await expect(page).toHaveURL(/action=product\.create/);
  await expect(rows).toHaveCount(1);
  await other.admin.products.update.mutate({ id, version, name: 'Ash stool' });
  await page.getByLabel('Action').selectOption('');
  await expect(rows).toHaveCount(2);
  await page.goBack();
  await expect(rows).toHaveCount(1);
});

test('a filter by the number of an account applies to live entries too', async ({ page }) => {
  const other = await adminClient();
  const { id, version } = await newProduct(other, 'Pine board');
  const me = await other.auth.me.query();
  const rows = await openHistory(page, id, `&actor=${me?.id}`);
  await expect(rows).toHaveCount(1);
  await other.admin.products.update.mutate({ id, version, name: 'Larch board' });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Larch board');
});

test('when the session ends, the log leads to the login', async ({ page, browserErrors }) => {
  browserErrors.allow(/401 /);
  await enterAsAdmin(page);
  await page.goto('/admin/activity');
  await expect(page.getByText('Live view: Live', { exact: true })).toBeVisible();
  await page.request.post('/trpc/auth.logout', { headers: { origin: new URL(page.url()).origin } });
  await expect(page.getByText('You have been logged out.')).toBeVisible();
  await expect(page).toHaveURL(/\/login\?next=%2Fadmin%2Factivity$/);
});

test('while the pointer or focus is on the table, new entries wait and are counted', { tag: '@long' }, async ({
  page,
}) => {
  const other = await adminClient();
  const { id, version } = await newProduct(other, 'Clay pot');
  const rows = await openHistory(page, id);
  await expect(rows).toHaveCount(1);
  await rows.first().hover();
  const changed = await other.admin.products.update.mutate({ id, version, name: 'Stone pot' });
  const waiting = page.getByRole('button', { name: '1 new entry' });
  await expect(waiting).toBeVisible();
  await expect(rows).toHaveCount(1);
  await waiting.click();
  await expect(rows).toHaveCount(2);
  await expect(waiting).toBeHidden();

  await page
    .getByRole('button', { name: /^Details of entry/ })
    .first()
    .focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await other.admin.products.update.mutate({ id, version: changed.version, name: 'Glass pot' });
  await expect(waiting).toBeVisible();
  await expect(rows).toHaveCount(2);
});
