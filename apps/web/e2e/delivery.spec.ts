import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin } from './admin.ts';
import { violations } from './axe.ts';
import { cards, customer, enterAs, payWith, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

/** Logs a new customer in, whose cart is below the threshold of free delivery, and opens the checkout. */
async function atCheckout(page: Page) {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('everyday-mug'), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  return person;
}

/** Enters an address in Iceland, whose methods no other test looks at. */
async function enterIceland(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Delivery address' });
  await form.getByLabel('Full name').fill('Ada Lovelace');
  await form.getByLabel('Street and number').fill('Laugavegur 1');
  await form.getByLabel('Postal code').fill('101');
  await form.getByLabel('City').fill('Reykjavík');
  await form.getByLabel('Country').selectOption('IS');
  await form.getByRole('button', { name: 'Continue' }).click();
}

test('how an order is delivered is known before the address is sent, so that nothing moves below it', async ({
  page,
}) => {
  await atCheckout(page);
  const answered = page.waitForResponse((response) => decodeURIComponent(response.url()).includes('"country":"GB"'));
  await page.getByRole('form', { name: 'Delivery address' }).getByLabel('Country').selectOption('GB');
  await answered;
});

test('a price that an admin changes meanwhile is shown before anything is charged', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
  const admin = await adminClient();
  const name = `Boat ${randomUUID().slice(0, 8)}`;
  const boat = {
    ...{ code: name.toLowerCase().replace(' ', '-'), name, description: '', priceCents: 1990, freeFromCents: null },
    ...{ minDays: 5, maxDays: 9, countries: ['IS'], active: true },
  };
  await admin.admin.delivery.save.mutate(boat);
  await atCheckout(page);
  await enterIceland(page);
  await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  await admin.admin.delivery.save.mutate({ ...boat, priceCents: 2190 });
  await payWith(page, cards.good);
  await expect(page.getByText('The price of the delivery has changed.')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Your order' })).toContainText('€21.90');
  await page.getByRole('button', { name: /^Pay €/ }).click();
  await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
  await admin.admin.delivery.save.mutate({ ...boat, active: false });
});

test('a country that nothing is delivered to cannot be chosen', async ({ page }) => {
  const admin = await adminClient();
  const { countries } = await admin.checkout.options.query({});
  const standard = (await admin.admin.delivery.list.query()).find(({ code }) => code === 'standard');
  if (!standard) throw new Error('There is no standard delivery.');
  const { id: _id, version: _version, ...fields } = standard;
  const elsewhere = countries.flatMap(({ code }) => (code === 'AQ' ? [] : code));
  await admin.admin.delivery.save.mutate({ ...fields, countries: elsewhere });
  try {
    await atCheckout(page);
    const country = page.getByLabel('Country');
    await expect(country.getByRole('option', { name: 'Antarctica' })).toHaveCount(0);
    await country.selectOption('US');
    await expect(page.getByLabel('State or region')).toBeVisible();
    await country.selectOption('HK');
    await expect(page.getByLabel('Postal code')).toBeHidden();
    await country.selectOption('GB');
    await expect(page.getByLabel('State or region')).toBeHidden();
  } finally {
    await admin.admin.delivery.save.mutate(fields);
  }
});

test('an admin adds a delivery method, edits it, and undoes that', { tag: '@long' }, async ({ page }) => {
  await enterAsAdmin(page);
  await page.goto('/admin/delivery');
  const name = `Drone ${randomUUID().slice(0, 8)}`;
  await page.getByRole('button', { name: 'New method' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Price, €').fill('9,90');
  await page.getByLabel('Days at least').fill('1');
  await page.getByLabel('Days at most').fill('0');
  await page.getByLabel('Countries').fill('Greenland\nAtlantis');
  await page.getByLabel('Offer it to shoppers').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('“Atlantis” is not a country.')).toBeVisible();
  await expect(page.getByText('This is before the first day.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Days at most').fill('1');
  await page.getByLabel('Countries').fill('Greenland');
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('€9.90');
  await expect(row).toContainText('Not offered');
  await page.getByRole('button', { name: `Edit ${name}` }).click();
  await page.getByLabel('Price, €').fill('8.90');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('€8.90');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row).toContainText('€9.90');
  expect(await violations(page)).toEqual([]);
});
