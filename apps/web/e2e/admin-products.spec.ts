import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { expectAccessible } from './axe.ts';
import { buy, customer } from './shopper.ts';
import { storeUrl } from './store.ts';
import { expect, test } from './test.ts';

const price = (page: Page) => page.getByRole('textbox', { name: /^Price/ }).first();
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

test("a new price appears live in another admin's log, and in the store on the next visit", async ({
  browser,
  page,
}) => {
  const { id, slug } = await newProduct(await adminClient(), 'Enamel jug');
  const watching = await browser.newContext({ baseURL: storeUrl() });
  const log = await watching.newPage();
  await enterAsAdmin(log);
  await log.goto(`/admin/activity?entity=product:${id}`);
  await expect(log.getByText('Live view: Live', { exact: true })).toBeVisible();

  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await price(page).fill('38,50');
  const answer = page.waitForResponse(/admin\.products\.update/);
  await save(page).click();
  await answer;
  await expect(log.getByRole('insertion').filter({ hasText: '38.50' })).toBeVisible();
  await watching.close();

  await page.goto(`/p/${slug}`);
  await expect(page.getByRole('button', { name: 'Add to cart · €38.50' })).toBeVisible();
});

test('a product is found under its new name', async ({ page }) => {
  const client = await adminClient();
  const { id, version } = await newProduct(client, 'Quillback');
  await client.admin.products.update.mutate({ id, version, name: 'Zephyrine' });
  await expect
    .poll(async () => (await client.catalog.search.query({ q: 'zephyrin' })).items.map(({ name }) => name))
    .toEqual(['Zephyrine']);
  await page.goto('/search?q=zephyrine');
  await expect(page.getByRole('main').getByRole('link', { name: /Zephyrine/ })).toBeVisible();
});

test('the list of products leads to a feed in each language', async ({ page }) => {
  await enterAsAdmin(page);
  await page.goto('/admin/products');
  const feeds = page.getByRole('region', { name: 'Product feeds' }).getByRole('link');
  await expect(feeds).toHaveText(['/feeds/products.xml', '/de/feeds/products.xml']);
  for (const prefix of ['', '/de']) {
    const feed = await page.request.get(`${prefix}/feeds/products.xml`);
    expect(feed.headers()['content-type']).toContain('application/xml');
    expect(await feed.text()).toMatch(new RegExp(`<g:link>http://[^/]+${prefix}/p/`));
  }
});

test('bulk price changes are previewed, applied and undone', { tag: '@long' }, async ({ page, browserErrors }) => {
  browserErrors.allow(/400 .*admin\.products\.bulkPreview/);
  const client = await adminClient();
  const word = `Bulk${Date.now()}`;
  const products = [await newProduct(client, `${word} one`), await newProduct(client, `${word} two`)];
  await enterAsAdmin(page);
  await page.goto(`/admin/products?q=${word}`);
  // The visible tick covers the actual checkbox.
  await page.getByRole('checkbox', { name: /one/ }).check({ force: true });
  await page.getByRole('checkbox', { name: /two/ }).check({ force: true });
  await page.getByRole('button', { name: 'Change price' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change prices of 2 products' });
  await dialog.getByLabel('Change by %').fill('-10');
  await expect(dialog.getByText('€37.80')).toHaveCount(2);
  await dialog.getByLabel('Change', { exact: true }).selectOption({ label: 'Raise or lower by an amount' });
  await dialog.getByLabel('Change by €').fill('-43');
  await expect(dialog.getByText('One of these prices would fall below zero.')).toContainText(`${word} one`);
  await dialog.getByLabel('Change by €').fill('-2');
  await expect(dialog.getByText('€40.00')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Apply to 2 products' }).click();
  const pricesOf = async () => {
    const read = await Promise.all(products.map(({ id }) => client.admin.products.byId.query({ id })));
    return read.map(({ variants }) => variants[0]?.priceCents);
  };
  await expect(page.getByText('2 products changed')).toBeVisible();
  expect(await pricesOf()).toEqual([4000, 4000]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
  expect(await pricesOf()).toEqual([4200, 4200]);
});

test('prices and stocks are edited in the list, by keys, beside what others do', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/409 .*admin\.products\.editVariant/);
  const client = await adminClient();
  const word = `Sheet${Date.now()}`;
  const [one, two] = [await newProduct(client, `${word} one`), await newProduct(client, `${word} two`)];
  await enterAsAdmin(page);
  await page.goto(`/admin/products?q=${word}`);
  await page.getByRole('button', { name: 'Product', exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole('columnheader', { name: 'Product' })).toHaveAttribute('aria-sort', 'ascending');
  const cell = (what: string) => page.getByRole('textbox', { name: `${what} of ${word}` });
  const saved = page.getByRole('region', { name: 'Messages' });
  await expect(cell('Price').first()).toHaveAccessibleName(/one/);

  await cell('Price').first().focus();
  await page.keyboard.type('38,50');
  await page.keyboard.press('Enter');
  await expect(saved).toContainText(`${word} one saved`);
  await expect(cell('Price').first()).toHaveValue('€38.50');
  await expect(cell('Price').last()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell('Stock').last()).toBeFocused();
  await page.keyboard.type('7');
  await page.keyboard.press('Escape');
  await expect(cell('Stock').last()).toHaveValue('12');

  const { version, variants } = two;
  const theirs = variants.map((variant) => ({ ...variant, stock: 20 }));
  await client.admin.products.update.mutate({ id: two.id, version, variants: theirs });
  await page.keyboard.type('7');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Someone has changed it to 20. Enter saves yours, Esc keeps theirs.')).toBeVisible();
  await expect(cell('Stock').last()).toHaveValue('7');
  await cell('Stock').last().press('Enter');
  await expect(saved).toContainText(`${word} two saved`);
  expect(await client.admin.products.byId.query({ id: two.id })).toMatchObject({ variants: [{ stock: 7 }] });
  await saved.filter({ hasText: 'two saved' }).getByRole('button', { name: 'Undo' }).last().click();
  await expect(cell('Stock').last()).toHaveValue('20');
  expect(await client.admin.products.byId.query({ id: one.id })).toMatchObject({ variants: [{ priceCents: 3850 }] });
});

test('the dashboard counts new orders, and leads to what is to be done', { tag: '@long' }, async ({ page }) => {
  const admin = await adminClient();
  const before = await admin.admin.dashboard.query({ days: 7 });
  const { variants } = await newProduct(admin, 'Cork mat');
  const { client } = await customer();
  await client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 2 });
  const number = await buy(client);
  const after = await admin.admin.dashboard.query({ days: 7 });
  expect(after.totals.revenueCents).toBeGreaterThanOrEqual(before.totals.revenueCents + 8400);
  await enterAsAdmin(page);
  await page.goto('/admin?days=7');
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'To do' })
    .getByRole('link', { name: /orders? to ship/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Fulfilment' })).toBeVisible();
});

test('the products pages are accessible', { tag: '@long' }, async ({ page }) => {
  const { id } = await newProduct(await adminClient(), 'Brass hook');
  await enterAsAdmin(page);
  await expectAccessible(page, [
    ['/admin/products', 'Products', 'New product'],
    ['/admin/products/new', 'New product', 'Variants'],
    [`/admin/products/${id}`, 'Brass hook', 'Variants'],
  ]);
});
