import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { adminClient, enterAsAdmin } from './admin.ts';
import { buy, cards, customer, enterAddress, logIn, newCustomer, payWith, variantOf } from './shopper.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

/* The README's screenshots, taken only by `npm run screenshots`, so that running the tests changes no file. */

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const sizes = [
  { suffix: '', width: 1280, height: 900 },
  { suffix: '-390', width: 390, height: 844 },
];

async function shoot(page: Page, name: string): Promise<void> {
  for (const { suffix, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => {
      // A screenshot shows no scroll bar, so no space needs to be reserved for one.
      document.documentElement.style.scrollbarGutter = 'auto';
      window.scrollTo(0, 0);
    });
    await page.waitForLoadState('networkidle');
    const screenshot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    // A palette of 256 colours takes a quarter of the bytes and looks the same.
    await sharp(screenshot).png({ palette: true, effort: 10 }).toFile(`${folder}${name}${suffix}.png`);
  }
}

test.describe.configure({ mode: 'serial' });

test('the store', async ({ page, browserErrors }) => {
  browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'New this week' })).toBeVisible();
  await shoot(page, 'home');
  await page.goto('/p/studio-headphones');
  await expect(page.getByRole('button', { name: /^Add to cart/ })).toBeVisible();
  await shoot(page, 'product');
  const ada = await customer('Ada Lovelace');
  await ada.client.cart.add.mutate({ variantId: await variantOf('studio-headphones'), quantity: 1 });
  await ada.client.cart.add.mutate({ variantId: await variantOf('stoneware-teapot'), quantity: 2 });
  await logIn(page, ada);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/checkout');
  await enterAddress(page);
  await payWith(page, cards.declined);
  await expect(page.getByText(/^Your bank declined this card/)).toBeVisible();
  await shoot(page, 'checkout');
  await payWith(page, cards.good);
  await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
  await shoot(page, 'order');
});

test('the admin area', async ({ page, browserErrors }) => {
  // The chart adapts to the new width a moment later.
  browserErrors.allow(/^console: \/admin is \d+ px wide on 390/);
  const tsx = ['--import', 'tsx', 'apps/web/e2e/past-orders.ts', process.env.STORE_DATABASE_URL ?? ''];
  await promisify(execFile)(process.execPath, tsx, { cwd: root });
  const { admin } = await adminClient();
  const teapot = (await admin.products.list.query({ q: 'stoneware teapot' })).items[0];
  const product = await admin.products.byId.query({ id: teapot?.id ?? 0 });
  const { id, version } = product;
  const variants = product.variants.map((variant) => ({ ...variant, priceCents: variant.priceCents - 350, stock: 40 }));
  await admin.products.update.mutate({ id, version, variants });
  const grace = { email: 'grace@example.com', client: openClient() };
  await grace.client.auth.register.mutate({ ...newCustomer('Grace Murray'), email: grace.email });
  await grace.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  const number = await buy(grace.client);
  await admin.orders.setStatus.mutate({ number, status: 'shipped' });
  const user = (await admin.users.list.query({ q: grace.email })).items[0];
  await admin.users.update.mutate({ id: user?.id ?? 0, role: 'admin' });
  const category = (await admin.categories.list.query()).find(({ slug }) => slug === 'play');
  await admin.categories.update.mutate({ id: category?.id ?? 0, name: 'Play & games' });

  await enterAsAdmin(page);
  await page.goto('/admin');
  await expect(page.getByRole('heading', { name: 'Best sellers' })).toBeVisible();
  await shoot(page, 'admin-dashboard');
  await page.goto(`/admin/products/${id}`);
  await expect(page.getByRole('heading', { name: 'Variants' })).toBeVisible();
  await shoot(page, 'admin-product');
  await page.goto('/admin/orders');
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await shoot(page, 'admin-orders');
  await page.goto('/admin/activity');
  await expect(page.getByText('Live view: Live', { exact: true })).toBeVisible();
  await shoot(page, 'admin-activity');
});
