import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer } from './shopper.ts';
import { expect, test } from './test.ts';

const price = (page: Page) => page.getByRole('textbox', { name: /^Price/ }).first();
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

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

test('Undo after saving undoes that change, and not a later one', { tag: '@long' }, async ({ page }) => {
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

test('a pasted list becomes the specification, in the order of the form', { tag: '@long' }, async ({ page }) => {
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

test("a variant's picture is chosen with the keyboard, and shown with the variant", { tag: '@long' }, async ({
  page,
}) => {
  const client = await adminClient();
  const { id, slug, version, variants } = await newProduct(client, 'Felt slippers');
  // Of the demo, since what others are creating has none.
  const demo = ['kitchen-radio', 'field-watch'].map((demoSlug) => client.catalog.bySlug.query({ slug: demoSlug }));
  const urls = (await Promise.all(demo)).map((product) => product.images[0]?.url ?? '');
  const images = urls.map((url, at) => ({ url, alt: at === 0 ? 'Pair' : 'Sole' }));
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

test('images are uploaded, reordered, described and shown in the store; invalid files are refused', {
  tag: '@long',
}, async ({ page }) => {
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

test("a single variant's price and stock come first, errors link to their fields, and a sale meanwhile is reported", {
  tag: '@long',
}, async ({ page }) => {
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

test('if more was sold than a new stock allows, the form says so and continues from the current stock', {
  tag: '@long',
}, async ({ page, browserErrors }) => {
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

test("a product's German texts are written beside the English ones, and shown on German pages", {
  tag: '@long',
}, async ({ page, browserErrors }) => {
  browserErrors.allow(/409 .*admin\.glossary\.save/);
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
  await page.route(/admin\.glossary\.save/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.getByLabel(drain).fill('Abtropf');
  await page.getByLabel(drain).press('Enter');
  // Typed on while the first is on its way.
  await page.getByLabel(drain).fill('Abtropfrand');
  await page.getByLabel(drain).blur();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // Another admin translates it meanwhile; only Enter saves over that.
  const theirs = { language: 'de', source: drain, text: 'Tropfkante' };
  await client.admin.glossary.save.mutate(theirs);
  await page.getByLabel(drain).fill('Abtropfkante');
  await page.getByLabel(drain).press('Enter');
  await expect(page.getByText('Someone has changed it to Tropfkante.')).toBeVisible();
  await page.getByLabel(drain).blur();
  await page.getByLabel(drain).press('Escape');
  await expect(page.getByLabel(drain)).toHaveValue('Tropfkante');
  await page.getByLabel(drain).fill('Abtropfrand');
  await page.getByLabel(drain).press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.goto(`/de/p/${slug}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Emaillierte Kelle' })).toBeVisible();
  await page.getByText('Eigenschaften').click();
  await expect(page.getByRole('rowheader', { name: 'Abtropfrand' })).toBeVisible();
  await page.goto(`/p/${slug}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Enamel ladle/ })).toBeVisible();
  await page.goto(`/admin/activity?entity=product:${id}`);
  await expect(page.getByText(/set the name in German/)).toBeVisible();
});
