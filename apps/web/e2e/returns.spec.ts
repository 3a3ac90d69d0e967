import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer, enterAs } from './shopper.ts';
import { expect, test } from './test.ts';

test('a customer returns an item, and an admin accepts, receives and refunds it', { tag: '@phone' }, async ({
  page,
}) => {
  const person = await customer();
  const client = await adminClient();
  const { variants } = await newProduct(client, 'Lamp');
  await person.client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 2 });
  const number = await buy(person.client);
  await client.admin.orders.setStatus.mutate({ number, status: 'shipped' });
  await client.admin.orders.setStatus.mutate({ number, status: 'delivered' });

  await enterAs(page, person);
  await page.goto(`/orders/${number}`);
  await page.getByRole('button', { name: 'Return items' }).click();
  const request = page.getByRole('dialog', { name: 'Return items' });
  await request.getByRole('button', { name: 'Request return' }).click();
  await expect(request.getByText('Choose what you want to return.')).toBeVisible();
  await expect(request.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await request.getByRole('button', { name: 'One more' }).click();
  await request.getByLabel('Reason').fill('Too bright.');
  expect(await violations(page)).toEqual([]);
  await request.getByRole('button', { name: 'Request return' }).click();
  await expect(request).toBeHidden();
  const returns = page.getByRole('region', { name: 'Returns' });
  await expect(returns).toContainText('Requested');
  await expect(returns).toContainText('1 × Lamp');
  expect(await violations(page)).toEqual([]);

  await page.context().clearCookies();
  await enterAsAdmin(page);
  await page.goto('/admin/returns?status=requested');
  const id = `${number}-R1`;
  await page.getByRole('button', { name: `Accept ${id}` }).click();
  const accept = page.getByRole('dialog', { name: `Accept return ${id}?` });
  await accept.getByLabel('Note').fill('Use the box.');
  expect(await violations(page)).toEqual([]);
  await accept.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(accept).toBeHidden();
  await page.goto('/admin/returns?status=accepted');
  await page.getByRole('button', { name: `Receive ${id}` }).click();
  const receive = page.getByRole('dialog', { name: `Receive return ${id}` });
  await expect(receive.getByLabel('Refund in euros')).toHaveValue('42.00');
  expect(await violations(page)).toEqual([]);
  await receive.getByRole('button', { name: 'Receive and refund €42.00' }).click();
  await expect(receive).toBeHidden();
  await page.goto(`/admin/orders/${number}`);
  await expect(page.getByRole('region', { name: 'Returns' })).toContainText('Received');
  expect(await violations(page)).toEqual([]);
  const seen = await person.client.orders.byNumber.query({ number });
  expect(seen).toMatchObject({
    status: 'delivered',
    refunds: [{ amountCents: 4200 }],
    returns: [{ status: 'received' }],
  });
});
