import { randomUUID } from 'node:crypto';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { expectAccessible, violations } from './axe.ts';
import { buy, customer, enterAs, variantOf } from './shopper.ts';
import { admin as adminPerson, storeUrl } from './store.ts';
import { expect, test } from './test.ts';

test('the admin area asks a guest to log in, and returns to the requested page', async ({ page }) => {
  await page.goto('/admin/orders?status=paid');
  await page.getByLabel('Email').fill(adminPerson.email);
  await page.getByLabel('Password', { exact: true }).fill(adminPerson.password);
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/orders\?status=paid$/);
  await page.getByRole('button', { name: 'Log out', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Log in' }).first()).toBeVisible();
  await expect(page).toHaveURL(`${storeUrl()}/`);
});

test('for customers the admin area does not exist, and none of its code is downloaded', async ({ page }) => {
  await enterAs(page, await customer());
  const urls = new Set<string>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') urls.add(response.url());
  });
  await page.goto('/admin/activity');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Shop by category')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Admin' })).toBeHidden();
  // Asked for again, since a browser forgets what a page that was left has had.
  const scripts = await Promise.all([...urls].map(async (url) => (await page.request.get(url)).text()));
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => /\badmin\.(activity|orders|products|users|dashboard)\b/.test(script))).toEqual([]);
});

test('the admin area is accessible', { tag: '@long' }, async ({ page }) => {
  const { client } = await customer();
  await client.cart.add.mutate({ variantId: await variantOf('stoneware-teapot'), quantity: 1 });
  const number = await buy(client);
  await enterAsAdmin(page);
  await expectAccessible(page, [
    ['/admin', 'Dashboard', 'Best sellers'],
    ['/admin/orders', 'Orders', number],
    ['/admin/orders?q=nobody', 'Orders', 'No matches'],
    [`/admin/orders/${number}`, `Order ${number}`, 'Internal note'],
    ['/admin/activity', 'Activity', 'Log verified'],
  ]);
});

test('the dashboard keeps its period in the URL, and shows its chart as a table', async ({ page }) => {
  await enterAsAdmin(page);
  await page.goto('/admin');
  await page.getByRole('button', { name: '7 days' }).click();
  await expect(page).toHaveURL(/days=7/);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Each day' }).getByRole('row')).toHaveCount(1 + 7);
  await page.reload();
  await expect(page.getByRole('button', { name: '7 days', pressed: true })).toBeVisible();
});

test('anything is found from anywhere, with the keyboard alone', { tag: '@long' }, async ({ page }) => {
  const name = `Found ${randomUUID().slice(0, 8)}`;
  await newProduct(await adminClient(), name);
  await enterAsAdmin(page);
  await page.goto('/admin/orders');
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  const button = page.getByRole('button', { name: 'Find', exact: true });
  const field = page.getByRole('combobox', { name: 'Find anything' });
  await button.focus();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await field.fill('fulf');
  await expect(page.getByRole('group', { name: 'Pages' }).getByRole('option')).toHaveText(['Fulfilment']);
  await field.fill(name.toLowerCase());
  await expect(page.getByRole('group', { name: 'Products' }).getByRole('option')).toHaveText([`${name} Active`]);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('1 result');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(field).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await button.click();
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([`${name} Active`]);
  await field.fill('nothing like this');
  await expect(page.getByText('Nothing found for “nothing like this”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(button).toBeFocused();
});

test('a list’s filters are kept as a view, which can be renamed, deleted and restored', { tag: '@long' }, async ({
  page,
}) => {
  const name = `Staff ${randomUUID().slice(0, 8)}`;
  await enterAsAdmin(page);
  await page.goto('/admin/users?role=admin');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Save view' }).click();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const views = page.getByRole('region', { name: 'Views' });
  const view = views.getByRole('button', { name, exact: true });
  await expect(view).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Save view' })).toBeHidden();
  await views.getByRole('button', { name: 'All users' }).click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await page.reload();
  await view.click();
  await expect(page).toHaveURL(/\?role=admin$/);
  await views.getByRole('button', { name: 'Rename view' }).click();
  await dialog.getByLabel('Name').fill(`${name} of ours`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const renamed = views.getByRole('button', { name: `${name} of ours` });
  await expect(renamed).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await views.getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByText('View deleted')).toBeVisible();
  await expect(renamed).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(renamed).toBeVisible();
});
