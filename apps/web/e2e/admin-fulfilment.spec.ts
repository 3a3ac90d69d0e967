import type { Locator, Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer } from './shopper.ts';
import { expect, test } from './test.ts';

/** A customer and the numbers of paid orders of lamps, which no other test can sell out. */
async function sales(count: number, quantity = 2) {
  const person = await customer();
  const numbers: string[] = [];
  const { variants } = await newProduct(await adminClient(), 'Lamp');
  const variantId = variants[0]?.id ?? 0;
  for (let sold = 0; sold < count; sold++) {
    await person.client.cart.add.mutate({ variantId, quantity });
    numbers.push(await buy(person.client));
  }
  return { person, numbers };
}

/** Lets the page see only these orders: others wait too, and belong to other tests. */
async function showOnly(page: Page, numbers: string[]): Promise<void> {
  const { admin } = await adminClient();
  await page.route('**/trpc/*admin.orders.toShip*', async (route) => {
    const items: Awaited<ReturnType<typeof admin.orders.toShip.query>>['items'] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const waiting: Awaited<ReturnType<typeof admin.orders.toShip.query>> = await admin.orders.toShip.query({
        ...{ cursor, limit: 100 },
      });
      items.push(...waiting.items.filter(({ number }) => numbers.includes(number)));
      cursor = waiting.nextCursor;
    }
    const asked = new URL(route.request().url()).pathname.replace('/trpc/', '').split(',');
    const response = await route.fetch();
    const answers: unknown[] = await response.json();
    answers[asked.indexOf('admin.orders.toShip')] = { result: { data: { items, nextCursor: null } } };
    await route.fulfill({ response, json: answers });
  });
}

test('ten orders are shipped with six clicks and a list of numbers', { tag: ['@phone', '@long'] }, async ({ page }) => {
  const { person, numbers } = await sales(10, 1);
  await enterAsAdmin(page);
  await showOnly(page, numbers);
  await page.goto('/admin/fulfilment');
  await expect(page.getByRole('link', { name: numbers[9] })).toBeVisible();
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks++;
    await target.click();
  };
  await click(page.getByRole('button', { name: 'Select all' }));
  await page.getByRole('link', { name: numbers[9] }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Ship 10' })).toBeInViewport({ ratio: 1 });
  await click(page.getByRole('button', { name: 'Ship 10' }));
  const dialog = page.getByRole('dialog', { name: 'Ship 10 orders' });
  await click(dialog.getByLabel('Carrier of all parcels'));
  await page.keyboard.type('DHL\n');
  await expect(dialog.getByLabel('Tracking link of all parcels')).toHaveAttribute('placeholder', /dhl\.com/);
  await click(dialog.getByLabel(`Tracking number for ${numbers[0]}`));
  // As a scanner types them.
  await page.keyboard.type(numbers.map((_, index) => `JJD ${index}\n`).join(''));
  await expect(dialog.getByRole('button', { name: 'Ship', exact: true })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await click(dialog.getByRole('button', { name: 'Ship', exact: true }));
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('10 orders shipped');
  await expect(page.getByText('Nothing to pack')).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(6);
  for (const [index, number] of numbers.entries()) {
    const { parcels } = await person.client.orders.byNumber.query({ number });
    expect(parcels).toMatchObject([
      {
        carrier: 'DHL',
        trackingNumber: `JJD ${index}`,
        trackingUrl: `https://www.dhl.com/global-en/home/tracking.html?tracking-id=JJD${index}`,
      },
    ]);
  }
});

test('a pasted list fills in the numbers, and a carrier of any name has a link', { tag: '@long' }, async ({ page }) => {
  const { person, numbers } = await sales(2);
  await enterAsAdmin(page);
  await showOnly(page, numbers);
  await page.goto('/admin/fulfilment');
  for (const number of numbers) await page.getByRole('checkbox', { name: `Select ${number}` }).press('Space');
  await expect(page.getByRole('row').last()).toContainText('Standard delivery');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ship 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ship 2 orders' });
  await dialog.getByLabel('Carrier of all parcels').fill('Pigeon Post');
  const link = dialog.getByLabel('Tracking link of all parcels');
  await link.fill('javascript:{number}');
  await expect(link).toHaveAttribute('aria-invalid', 'true');
  await link.fill('https://pigeon.example/{number}');
  await dialog.getByLabel(`Tracking number for ${numbers[0]}`).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'P-1\r\nP-2\r\nP-3\r\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(dialog.getByLabel(`Tracking number for ${numbers[1]}`)).toHaveValue('P-2');
  await expect(dialog.getByRole('status')).toHaveText('The list was longer: its last number is left out.');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('2 orders shipped');
  for (const [index, number] of numbers.entries()) {
    await expect(page.getByRole('link', { name: number })).toBeHidden();
    const { status, parcels } = await person.client.orders.byNumber.query({ number });
    const trackingUrl = `https://pigeon.example/P-${index + 1}`;
    expect([status, parcels]).toMatchObject(['shipped', [{ carrier: 'Pigeon Post', trackingUrl }]]);
  }
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  for (const number of numbers) await expect(page.getByRole('link', { name: number })).toBeVisible();
});

test('a parcel has its own packing slip, and so has the rest of its order', { tag: '@long' }, async ({ page }) => {
  const { numbers } = await sales(1, 3);
  const [number = ''] = numbers;
  const { admin } = await adminClient();
  const { items } = await admin.orders.byNumber.query({ number });
  const parcel = [{ sku: items[0]?.sku ?? '', quantity: 2 }];
  await admin.orders.fulfil.mutate({ number, items: parcel, carrier: 'DHL', trackingNumber: '4711' });
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await page.getByRole('region', { name: 'Parcels' }).getByRole('link', { name: 'Packing slip' }).click();
  const slip = page.getByRole('article');
  await expect(slip).toContainText('DHL 4711');
  await expect(slip).toContainText('Standard delivery');
  await expect(slip.getByRole('row').last()).toContainText(/^2/);
  expect(await violations(page)).toEqual([]);
  await page.goto(`/admin/fulfilment/packing-slips?orders=${number}`);
  await expect(page.getByRole('article', { name: `Packing slip of ${number}, Parcel 2` })).toBeVisible();
  await expect(slip.getByRole('row').last()).toContainText(/^1/);
});

test('packing slips are printed without the admin area around them', { tag: '@long' }, async ({ page }) => {
  const { numbers } = await sales(2);
  await enterAsAdmin(page);
  await page.goto(`/admin/fulfilment/packing-slips?orders=${numbers.join()}`);
  await expect(page.getByRole('article')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Admin' })).toBeHidden();
  await expect(page.getByRole('article').first()).toContainText('Lamp');
});
