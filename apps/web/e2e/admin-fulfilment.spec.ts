import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer } from './shopper.ts';
import { expect, test } from './test.ts';

/** A customer and the numbers of paid orders of two lamps each, which no other test can sell out. */
async function sales(count: number) {
  const person = await customer();
  const numbers: string[] = [];
  const { variants } = await newProduct(await adminClient(), 'Lamp');
  const variantId = variants[0]?.id ?? 0;
  for (let sold = 0; sold < count; sold++) {
    await person.client.cart.add.mutate({ variantId, quantity: 2 });
    numbers.push(await buy(person.client));
  }
  return { person, numbers };
}

test('chosen orders are shipped in one step, each with its tracking number', { tag: '@phone' }, async ({ page }) => {
  const { person, numbers } = await sales(2);
  await enterAsAdmin(page);
  await page.goto('/admin/fulfilment');
  for (const number of numbers) await page.getByRole('checkbox', { name: `Select ${number}` }).press('Space');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ship 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ship 2 orders' });
  await dialog.getByLabel('Carrier of all parcels').fill('DHL');
  for (const number of numbers) await dialog.getByLabel(`Tracking number for ${number}`).fill(`T-${number}`);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('2 orders shipped');
  for (const number of numbers) {
    await expect(page.getByRole('link', { name: number })).toBeHidden();
    const { status, parcels } = await person.client.orders.byNumber.query({ number });
    expect([status, parcels]).toMatchObject(['shipped', [{ carrier: 'DHL', trackingNumber: `T-${number}` }]]);
  }
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  for (const number of numbers) await expect(page.getByRole('link', { name: number })).toBeVisible();
});

test('packing slips are printed without the admin area around them', async ({ page }) => {
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
