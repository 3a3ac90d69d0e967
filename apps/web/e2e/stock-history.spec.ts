import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer } from './shopper.ts';
import { expect, test } from './test.ts';

test('a variant tells what has changed its stock, once that is unfolded', { tag: '@long' }, async ({ page }) => {
  const client = await adminClient();
  const { id, version, variants } = await newProduct(client, 'Pine stool');
  const [{ id: variantId, sku } = { id: 0, sku: '' }] = variants;
  const { client: shopper } = await customer();
  await shopper.cart.add.mutate({ variantId, quantity: 2 });
  const number = await buy(shopper);
  await client.admin.products.editVariant.mutate({ id: variantId, version, field: 'stock', before: 10, after: 40 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  const history = page.getByRole('region', { name: 'Stock history' });
  const fold = history.locator('summary').filter({ hasText: sku });
  await expect(fold).toBeVisible();
  expect(asked.filter((url) => url.includes('stockHistory'))).toEqual([]);

  await fold.focus();
  await page.keyboard.press('Enter');
  const rows = history.getByRole('table', { name: `Stock history of ${sku}` }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText(/Changed by .*\+30.*40/s);
  await expect(rows.nth(2)).toContainText(new RegExp(`Sale · ${number}.*[-−]2.*10`, 's'));
  await expect(rows.nth(3)).toContainText(/Initial stock, by .*\+12.*12/s);
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('Stock', { exact: true }).fill('35');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rows.nth(1)).toContainText(/Changed by .*[-−]5.*35/s);
  await rows.nth(3).getByRole('link', { name: number }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/orders/${number}$`));
});

test('the history of a stock is readable in German, on a phone and in the dark', { tag: ['@phone', '@long'] }, async ({
  page,
}) => {
  const client = await adminClient();
  const { id, variants } = await newProduct(client, 'Oak stool');
  await page.emulateMedia({ colorScheme: 'dark' });
  await enterAsAdmin(page);
  await page.goto(`/de/admin/products/${id}`);
  const history = page.getByRole('region', { name: 'Bestandsverlauf' });
  await history.locator('summary').click();
  const table = history.getByRole('table', { name: `Bestandsverlauf von ${variants[0]?.sku}` });
  await expect(table.getByText(/^Anfangsbestand, von/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
