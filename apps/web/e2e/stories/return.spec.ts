import { adminClient, enterAsAdmin, newCoupon, newProduct } from '../admin.ts';
import { violations } from '../axe.ts';
import { mailTo } from '../mailbox.ts';
import { buy, customer, download, enterAs, expectSums } from '../shopper.ts';
import { expect, test } from '../test.ts';

/** What was paid for one of two lamps at €42.00 less a tenth. */
const paid = '€37.80';

/** A customer with a delivered order of two lamps, bought with a coupon. */
async function delivered() {
  const admin = await adminClient();
  const person = await customer();
  const lamp = await newProduct(admin, 'Lamp');
  await person.client.cart.add.mutate({ variantId: lamp.variants[0]?.id ?? 0, quantity: 2 });
  const code = await newCoupon(admin, 10);
  await person.client.cart.applyCoupon.mutate({ code });
  const number = await buy(person.client);
  for (const status of ['shipped', 'delivered'] as const) await admin.admin.orders.setStatus.mutate({ number, status });
  const stock = async () => (await person.client.catalog.bySlug.query({ slug: lamp.slug })).variants[0]?.stock;
  return { person, number, code, stock };
}

test('a customer returns one of two items, and gets back what was paid for it', { tag: '@long' }, async ({
  page,
  elsewhere,
}) => {
  const { person, number, code, stock } = await delivered();
  const id = `${number}-R1`;
  expect(await stock()).toBe(10);
  await enterAsAdmin(page);
  await enterAs(elsewhere, person);
  const returns = elsewhere.getByRole('region', { name: 'Returns' });

  await test.step('the customer says what comes back, and why', async () => {
    await elsewhere.goto(`/orders/${number}`);
    await elsewhere.getByRole('button', { name: 'Return items' }).click();
    const dialog = elsewhere.getByRole('dialog', { name: 'Return items' });
    await dialog.getByRole('button', { name: 'Request return' }).click();
    await expect(dialog.getByText('Choose what you want to return.')).toBeVisible();
    await expect(dialog.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('button', { name: 'One more' }).click();
    await dialog.getByLabel('Reason').fill('Too bright.');
    expect(await violations(elsewhere)).toEqual([]);
    await dialog.getByRole('button', { name: 'Request return' }).click();
    await expect(dialog).toBeHidden();
    await expect(returns).toContainText(`${id} Requested`);
    await expect(returns).toContainText('1 × Lamp');
    expect(await violations(elsewhere)).toEqual([]);
  });

  await test.step('an admin accepts it', async () => {
    await page.goto('/admin/returns?status=requested');
    await page.getByRole('button', { name: `Accept ${id}` }).click();
    const dialog = page.getByRole('dialog', { name: `Accept return ${id}?` });
    await dialog.getByLabel('Note').fill('Use the box.');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: `Accept ${id}` })).toBeHidden();
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('the customer reads where to send it', async () => {
    const mail = await mailTo(person.email, `Please send back your return for order ${number}`);
    expect(mail).toContain('Use the box.');
    expect(mail).toContain('1 × Lamp');
    expect(mail).toContain('Send them to:\nLantern\n1 High Street\nLondon SW1A 1AA');
    await elsewhere.reload();
    await expect(returns).toContainText(`${id} Accepted`);
    await expect(returns).toContainText('Use the box.');
    await expect(returns).toContainText('1 High Street');
    expect(await violations(elsewhere)).toEqual([]);
  });

  await test.step('the admin receives, restocks and refunds it in one step', async () => {
    await page.goto('/admin/returns?status=accepted');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: `Receive ${id}` }).click();
    const dialog = page.getByRole('dialog', { name: `Receive return ${id}` });
    await expect(dialog.getByLabel('Refund, €')).toHaveValue('37.80');
    await expect(dialog.getByLabel('Put these items back in stock')).toBeChecked();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: `Receive and refund ${paid}` }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(`Return received, ${paid} refunded`);
    await page.goto(`/admin/orders/${number}`);
    await expect(page.getByRole('region', { name: 'Returns' })).toContainText('Received');
    expect(await violations(page)).toEqual([]);
    expect(await stock()).toBe(11);
  });

  await test.step('the customer sees the refund and the credit note, and reads of it', async () => {
    await elsewhere.reload();
    await expect(returns).toContainText(`${id} Received`);
    await expect(elsewhere.getByText(`Refund of ${paid}`, { exact: true })).toBeVisible();
    await expectSums(elsewhere.getByRole('region', { name: '2 items' }), {
      ...{ Subtotal: '€84.00', [`Discount (${code})`]: '−€8.40', 'Standard delivery': 'Free', Total: '€75.60' },
      ...{ Refunded: `−${paid}`, Net: paid },
    });
    // The tax is a part of the total, not of what is left after the refund.
    await expect(elsewhere.getByRole('region', { name: '2 items' })).toContainText(
      /€75\.60\s*includes €12\.60 tax\s*Refunded/,
    );
    expect(await download(elsewhere, /^Credit note/)).toMatch(/^credit-note-\d{4}-\d{6}\.pdf$/);
    expect(await violations(elsewhere)).toEqual([]);
    const mail = await mailTo(person.email, `Refund of ${paid} for order ${number}`);
    expect(mail).toContain('part of the €75.60 you paid');
  });
});
