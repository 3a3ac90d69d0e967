import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from '../admin.ts';
import { violations } from '../axe.ts';
import { mailTo } from '../mailbox.ts';
import { buy, customer, enterAs } from '../shopper.ts';
import { expect, test } from '../test.ts';

const first = { carrier: 'DHL', number: '4711', url: 'https://dhl.example/4711' };
const second = { carrier: 'UPS', number: '1Z999', url: 'https://ups.example/1Z999' };

test('an order goes in two parcels, which its customer follows until it is delivered', { tag: '@long' }, async ({
  page,
  elsewhere,
}) => {
  const person = await customer();
  const { variants } = await newProduct(await adminClient(), 'Lamp');
  await person.client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 3 });
  const number = await buy(person.client);
  const heading = page.getByRole('heading', { level: 1 });
  await enterAsAdmin(page);
  await enterAs(elsewhere, person);

  await test.step('one lamp goes first', async () => {
    await page.goto(`/admin/orders/${number}`);
    const dialog = await openShipDialog(page);
    for (let left = 3; left > 1; left--) await dialog.getByRole('button', { name: 'One less' }).click();
    await dialog.getByLabel('Tracking link').fill('javascript:alert(1)');
    await dialog.getByRole('button', { name: 'Ship', exact: true }).click();
    await expect(dialog.getByLabel('Tracking link')).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
    await ship(page, first);
    await expect(heading).toContainText('Partly shipped');
    expect(await violations(page)).toEqual([]);
  });

  await test.step('its mail says what is in it, and that the rest follows', async () => {
    const mail = await mailTo(person.email, `Part of your order ${number} is on its way`);
    expect(mail).toContain('The rest follows.');
    expect(mail).toContain('1 × Lamp: €42.00');
    expectTracking(mail, first);
  });

  await test.step('the customer sees the first parcel', async () => {
    await elsewhere.goto(`/orders/${number}`);
    await expect(elsewhere.getByText('Partly shipped')).toBeVisible();
    await expect(parcels(elsewhere)).toHaveText([/1 × Lamp/]);
    expect(await violations(elsewhere)).toEqual([]);
  });

  await test.step('the other two follow', async () => {
    const dialog = await openShipDialog(page);
    await expect(dialog.getByText('2 of 3 left to ship')).toBeVisible();
    await ship(page, second);
    await expect(heading).toContainText('On its way');
    await expect(page.getByRole('button', { name: 'Ship a parcel' })).toBeHidden();
    const mail = await mailTo(person.email, `Your order ${number} is on its way`);
    expect(mail).toContain('2 × Lamp: €84.00');
    expectTracking(mail, second);
  });

  await test.step('the customer sees both parcels, each with its link', async () => {
    await elsewhere.reload();
    await expect(parcels(elsewhere)).toHaveText([/Parcel 1, shipped.*1 × Lamp/, /Parcel 2, shipped.*2 × Lamp/]);
    for (const [n, { carrier, number: tracked, url }] of [first, second].entries()) {
      const parcel = parcels(elsewhere).nth(n);
      await expect(parcel).toContainText(carrier);
      await expect(parcel).toContainText(tracked);
      await expect(parcel.getByRole('link', { name: 'Track this parcel' })).toHaveAttribute('href', url);
    }
    expect(await violations(elsewhere)).toEqual([]);
  });

  await test.step('it is delivered', async () => {
    await page.getByRole('button', { name: 'Mark as delivered' }).click();
    await expect(heading).toContainText('Delivered');
    expect(await violations(page)).toEqual([]);
    await mailTo(person.email, `Your order ${number} was delivered`);
    await elsewhere.reload();
    await expect(elsewhere.getByRole('main').getByText('Delivered').first()).toBeVisible();
    expect(await violations(elsewhere)).toEqual([]);
  });
});

type Tracking = typeof first;

async function openShipDialog(page: Page) {
  await page.getByRole('button', { name: 'Ship a parcel' }).click();
  return page.getByRole('dialog', { name: 'Ship a parcel' });
}

/** Sends what is chosen in the open dialog. */
async function ship(page: Page, { carrier, number, url }: Tracking): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Ship a parcel' });
  await dialog.getByLabel('Carrier').fill(carrier);
  await dialog.getByLabel('Tracking number').fill(number);
  await dialog.getByLabel('Tracking link').fill(url);
  await dialog.getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
}

function expectTracking(mail: string, { carrier, number, url }: Tracking): void {
  expect(mail).toContain(`Carrier: ${carrier}. Tracking number: ${number}`);
  expect(mail).toContain(url);
}

/** The parcels on the page of an order, first to last. */
function parcels(page: Page) {
  return page
    .getByRole('region', { name: 'Parcels' })
    .getByRole('listitem')
    .filter({ hasText: /shipped on/i });
}
