import { enterAsAdmin } from './admin.ts';
import { expectAccessible } from './axe.ts';
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
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('link', { name: 'Log in' }).first()).toBeVisible();
  await expect(page).toHaveURL(`${storeUrl()}/`);
});

test('for customers the admin area does not exist, and none of its code is downloaded', async ({ page }) => {
  await enterAs(page, await customer());
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text());
  });
  await page.goto('/admin/activity');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Shop by category')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Admin' })).toBeHidden();
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => /\badmin\.(activity|orders|products|users|dashboard)\b/.test(script))).toEqual([]);
});

test('the admin area is accessible', async ({ page }) => {
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
