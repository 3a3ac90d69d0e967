import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { expectAccessible, violations } from './axe.ts';
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

test('two admins edit one product: the second sees both versions and chooses field by field', async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/409 .*admin\.products\.update/);
  const other = await adminClient();
  const { id, version, variants } = await newProduct(other, 'Linen apron');
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Linen apron, striped');
  await price(page).fill('29.00');
  await page.getByLabel('Stock', { exact: true }).fill('17');
  const { client: shopper } = await customer();
  await shopper.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 3 });
  await buy(shopper);
  await other.admin.products.update.mutate({ id, version, name: 'Hemp apron', tagline: 'Washed' });
  await save(page).click();

  const dialog = page.getByRole('dialog', { name: 'This product was changed while you were editing' });
  await expect(dialog.getByText('Linen apron, striped')).toBeVisible();
  await expect(dialog.getByText('Hemp apron')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Stock of' })).toContainText(
    '12 → 17 typed, 3 sold meanwhile: 14',
  );
  await expect(dialog.getByRole('button', { name: '1 choice left' })).toBeDisabled();
  await dialog.getByRole('radio', { name: /^Theirs/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hemp apron');
  // The heading has had this name since the other admin's change: it does not tell that this one is saved.
  await expect(async () => {
    expect(await other.admin.products.byId.query({ id })).toMatchObject({
      name: 'Hemp apron',
      tagline: 'Washed',
      variants: [{ priceCents: 2900, stock: 14 }],
    });
  }).toPass({ timeout: 10_000 });
});

test('Undo after saving undoes that change, and not a later one', async ({ page }) => {
  const client = await adminClient();
  const { id } = await newProduct(client, 'Clay bowl');
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Stone bowl');
  await save(page).click();
  const saved = page.getByRole('region', { name: 'Messages' });
  await expect(saved).toContainText('Stone bowl saved');
  // The same admin, in another window.
  const { version } = await client.admin.products.byId.query({ id });
  await client.admin.products.update.mutate({ id, version, description: 'Holds soup.' });
  await saved.getByRole('button', { name: 'Undo' }).click();
  await expect(saved).toContainText('Undone');
  expect(await client.admin.products.byId.query({ id })).toMatchObject({
    name: 'Clay bowl',
    description: 'Holds soup.',
  });
});

test('a pasted list becomes the specification, in the order of the form', async ({ page }) => {
  const { id, slug } = await newProduct(await adminClient(), 'Wool cushion');
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByLabel('Name, fact 1').evaluate((field, list) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', list);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 'Material: 100 % wool\nWeight: 320 g');
  await expect(page.getByLabel('Value, fact 2')).toHaveValue('320 g');
  await page.getByLabel('Value, fact 2').press('Alt+ArrowUp');
  await expect(page.getByLabel('Value, fact 1')).toBeFocused();
  await save(page).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Wool cushion saved');
  await page.goto(`/p/${slug}`);
  await page.getByText('Specification', { exact: true }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveText(['Weight320 g', 'Material100 % wool']);
});

test("a variant's picture is chosen with the keyboard, and shown with the variant", async ({ page }) => {
  const client = await adminClient();
  const { id, slug, version, variants } = await newProduct(client, 'Felt slippers');
  const { items } = await client.catalog.list.query({});
  const urls = [...new Set(items.flatMap(({ imageUrl }) => imageUrl ?? []))];
  const images = urls.slice(0, 2).map((url, at) => ({ url, alt: at === 0 ? 'Pair' : 'Sole' }));
  const [grey] = variants.map((variant) => ({ ...variant, options: { Colour: 'Grey' } }));
  if (!grey) throw new Error('One variant expected.');
  const blue = { ...grey, id: undefined, sku: `${grey.sku}-B`, options: { Colour: 'Blue' } };
  await client.admin.products.update.mutate({ id, version, images, variants: [grey, blue] });
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await page.getByRole('button', { name: 'Picture, variant 2: None' }).press('Enter');
  const list = page.getByRole('listbox', { name: 'Picture of variant 2' });
  await expect(list.getByRole('option', { selected: true })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Picture, variant 2: Sole' })).toBeFocused();
  await save(page).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Felt slippers saved');
  await page.goto(`/p/${slug}?sku=${blue.sku}`);
  await expect(page.getByRole('button', { name: 'Image 2 of 2' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('radio', { name: 'Grey' }).check();
  await expect(page.getByRole('button', { name: 'Image 1 of 2' })).toHaveAttribute('aria-pressed', 'true');
});

test('images are uploaded, reordered, described and shown in the store; invalid files are refused', async ({
  page,
}) => {
  const { id, slug } = await newProduct(await adminClient(), 'Wool hat');
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await expect(page.getByRole('heading', { name: 'Images' })).toBeVisible();
  const files = page.locator('input[type=file]');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await files.setInputFiles([
    { name: 'hat.svg', mimeType: 'image/svg+xml', buffer: svg },
    { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(9 * 1024 * 1024) },
  ]);
  await expect(page.getByText(/^This file can't be used/)).toBeVisible();
  await expect(page.getByText(/^This image is 9\.0 MB/)).toBeVisible();

  const front = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 300 } });
  const back = await page.screenshot({ clip: { x: 200, y: 100, width: 300, height: 300 } });
  await files.setInputFiles([{ name: 'front.png', mimeType: 'image/png', buffer: front }]);
  const description = page.getByLabel('Description of image 1');
  await description.fill('x'.repeat(256));
  await save(page).click();
  await expect(description).toHaveAccessibleDescription('Use at most 255 characters.');
  await description.fill('From the front');
  await files.setInputFiles([{ name: 'back.png', mimeType: 'image/png', buffer: back }]);
  await page.getByLabel('Description of image 2').fill('From the back');
  await page.getByRole('button', { name: 'Move image 2 forward' }).click();
  await save(page).click();
  await expect(page.getByText('Wool hat saved')).toBeVisible();

  await page.goto(`/p/${slug}`);
  const featured = page.getByRole('img', { name: 'From the back' });
  await expect(featured).toBeVisible();
  await expect(featured).toHaveAttribute('src', /^\/media\/uploads\/.*\.webp$/);
  await expect.poll(() => featured.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test('bulk price changes are previewed, applied and undone', async ({ page, browserErrors }) => {
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

test('prices and stocks are edited in the list, by keys, beside what others do', async ({ page, browserErrors }) => {
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

test('leaving with unsaved changes asks first, and they can be discarded', async ({ page }) => {
  const { id } = await newProduct(await adminClient(), 'Jute rug');
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await expect(save(page)).toBeHidden();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sisal rug');
  await page.getByRole('link', { name: 'Orders' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Jute rug');
  await expect(save(page)).toBeHidden();
});

test("a single variant's price and stock come first, errors link to their fields, and a sale meanwhile is reported", async ({
  page,
}) => {
  const client = await adminClient();
  const { id, variants } = await newProduct(client, 'Felt slippers');
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  const details = page.getByRole('region', { name: 'Details' });
  const stock = details.getByLabel('Stock', { exact: true });
  await expect(details.getByLabel('Price, €')).toHaveValue('42.00');
  await stock.fill('some');
  const sku = page.getByRole('textbox', { name: /^SKU/ });
  await sku.fill('');
  await save(page).click();
  const bar = page.getByRole('status').filter({ hasText: '2 fields need fixing' });
  await bar.getByRole('button', { name: 'SKU' }).click();
  await expect(sku).toBeFocused();
  const [field, over] = [await sku.boundingBox(), await save(page).boundingBox()];
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThan(over?.y ?? 0);
  await sku.fill(variants[0]?.sku ?? '');
  await page.getByText('1 field needs fixing').getByRole('button', { name: 'Stock' }).click();
  await expect(stock).toBeFocused();
  await stock.fill('20');

  const { client: shopper } = await customer();
  await shopper.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 1 });
  await buy(shopper);
  await save(page).click();
  await expect(page.getByText('Felt slippers saved. Sold 1 meanwhile, 19 left')).toBeVisible();
  await expect(stock).toHaveValue('19');

  await page.getByRole('button', { name: 'Add variant' }).click();
  await expect(details.getByLabel('Stock', { exact: true })).toBeHidden();
  await expect(page.getByLabel('Stock, variant 2')).toHaveValue('0');
});

test('if more was sold than a new stock allows, the form says so and continues from the current stock', async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/409 .*admin\.products\.update/);
  const client = await adminClient();
  const { id, variants } = await newProduct(client, 'Slate coaster');
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  await page.getByLabel('Stock', { exact: true }).fill('0');
  const { client: shopper } = await customer();
  await shopper.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 9 });
  await buy(shopper);
  await save(page).click();
  await expect(page.getByText('Sold 9 meanwhile, 3 left. Save again to keep your number.')).toBeVisible();
  await expect(page.getByLabel('Stock', { exact: true })).toHaveValue('0');
  await save(page).click();
  await expect(page.getByText('Slate coaster saved', { exact: true })).toBeVisible();
  expect(await client.admin.products.byId.query({ id })).toMatchObject({ variants: [{ stock: 0 }] });
});

test('the dashboard counts new orders, and leads to what is to be done', async ({ page }) => {
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

test('the products pages are accessible', async ({ page }) => {
  const { id } = await newProduct(await adminClient(), 'Brass hook');
  await enterAsAdmin(page);
  await expectAccessible(page, [
    ['/admin/products', 'Products', 'New product'],
    ['/admin/products/new', 'New product', 'Variants'],
    [`/admin/products/${id}`, 'Brass hook', 'Variants'],
  ]);
});

test("a product's German texts are written beside the English ones, and shown on German pages", async ({ page }) => {
  const client = await adminClient();
  const { id, slug, version } = await newProduct(client, 'Enamel ladle');
  const drain = `Drain ${slug.slice(-8)}`;
  await client.admin.products.update.mutate({ id, version, specification: [{ name: drain, value: 'Rolled' }] });
  await enterAsAdmin(page);
  await page.goto(`/admin/products/${id}`);
  const german = page.getByRole('tab', { name: /^German/ });
  await page.getByRole('tab', { name: 'English' }).press('ArrowRight');
  await expect(german).toBeFocused();
  await expect(german).toHaveAccessibleName(/0 of/);
  await page
    .getByRole('tabpanel', { name: /^German/ })
    .getByLabel('Name')
    .fill('Emaillierte Kelle');
  await expect(german).toHaveAccessibleName(/1 of/);
  const answer = page.waitForResponse(/admin\.products\.update/);
  await save(page).click();
  await answer;
  await page.goto(`/admin/translations?q=${encodeURIComponent(drain)}`);
  await page.getByLabel(drain).fill('Abtropfrand');
  await page.getByLabel(drain).press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(`/de/p/${slug}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Emaillierte Kelle' })).toBeVisible();
  await page.getByText('Eigenschaften').click();
  await expect(page.getByRole('rowheader', { name: 'Abtropfrand' })).toBeVisible();
  await page.goto(`/p/${slug}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Enamel ladle/ })).toBeVisible();
  await page.goto(`/admin/activity?entity=product:${id}`);
  await expect(page.getByText(/set the name in German/)).toBeVisible();
});
