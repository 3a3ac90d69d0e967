import { adminClient, enterAsAdmin } from './admin.ts';
import { buy, customer, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

/** The number of a paid order of two teapots. */
async function paidOrder(): Promise<string> {
  const { client } = await customer();
  await client.cart.add.mutate({ variantId: await variantOf('stoneware-teapot'), quantity: 2 });
  return buy(client);
}

test('an order goes its way step by step, and no step comes twice', async ({ page }) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders?q=${number}`);
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: 'Mark as shipped' }).click();
  await expect(page.getByRole('button', { name: 'Mark as shipped' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Cancel order' })).toBeHidden();
  await page.getByRole('button', { name: 'Mark as delivered' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Delivered');
});

test('a part of the money goes back, and a piece to the shelf, once', async ({ page }) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await page.getByRole('button', { name: 'Refund a part' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Amount in euros').fill('100000');
  await dialog.getByRole('button', { name: /^Refund/ }).click();
  await expect(dialog.getByText(/^At most €/)).toBeVisible();
  await dialog.getByLabel('Amount in euros').fill('12,50');
  await dialog.getByRole('button', { name: 'One more' }).click();
  await dialog.getByRole('button', { name: 'Refund €12.50' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('−€12.50')).toBeVisible();
  await expect(page.getByText('1 piece back in stock')).toBeVisible();
});

test('cancelling gives back all that was paid, after a question', async ({ page }) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Note/).fill('Sorry, it broke in our hands.');
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cancelled');
  await expect(page.getByText('Sorry, it broke in our hands.')).toBeVisible();
  const order = await (await adminClient()).admin.orders.byNumber.query({ number });
  expect(order).toMatchObject({
    status: 'cancelled',
    refundableCents: 0,
    refunds: [{ amountCents: order.totalCents }],
  });
});

test('an internal note is kept, and not lost on the way out', async ({ page }) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  const note = page.getByLabel('Only admins see it');
  await note.fill('Call before sending.');
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('Note saved.')).toBeVisible();
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await page.goBack();
  await expect(note).toHaveValue('Call before sending.');
});
