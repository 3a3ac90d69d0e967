import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { address, cards, customer, enterAs, payWith, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

/** A customer who is logged in and has these addresses, the first one as the default. */
async function customerWith(page: Page, ...lines: string[]) {
  const person = await customer();
  for (const line1 of lines) await person.client.account.addresses.save.mutate({ ...address, line1 });
  await enterAs(page, person);
  const seen = async () => (await person.client.account.addresses.list.query()).map(({ line1 }) => line1);
  return { ...person, seen };
}

test('addresses are added, changed, made the default and removed in the account', { tag: ['@phone', '@long'] }, async ({
  page,
}) => {
  const { seen } = await customerWith(page, '1 Ada Street');
  await page.goto('/account');
  const panel = page.getByRole('region', { name: 'Delivery addresses' });
  const saved = panel.getByLabel('Saved address');
  const street = panel.getByLabel('Street and number');
  await expect(street).toHaveValue('1 Ada Street');
  await saved.selectOption('A new address');
  await expect(street).toHaveValue('');
  await expect(panel.getByRole('button', { name: 'Remove' })).toBeHidden();
  await street.fill('2 Ada Street');
  await panel.getByLabel('Postal code').fill(address.postalCode);
  await panel.getByLabel('City').fill(address.city);
  await panel.getByLabel('Country').selectOption(address.country);
  await panel.getByRole('button', { name: 'Save address' }).click();
  await expect(panel.getByText('Saved', { exact: true })).toBeVisible();
  await expect.poll(seen).toEqual(['1 Ada Street', '2 Ada Street']);

  // It is still the same address, not another new one.
  await street.fill('3 Ada Street');
  await panel.getByRole('button', { name: 'Save address' }).click();
  await expect.poll(seen).toEqual(['1 Ada Street', '3 Ada Street']);
  await panel.getByRole('button', { name: 'Make default' }).click();
  await expect.poll(seen).toEqual(['3 Ada Street', '1 Ada Street']);
  await expect(saved.getByRole('option', { selected: true })).toHaveText(/^Default: Ada Lovelace, 3 Ada Street/);
  expect(await violations(page)).toEqual([]);

  await panel.getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('3 Ada Street');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Remove address' }).click();
  await expect(street).toHaveValue('1 Ada Street');
  await expect(saved).toBeFocused();
  expect(await seen()).toEqual(['1 Ada Street']);
});

test('what was typed into an address is there again after a look at another', async ({ page }) => {
  const { seen } = await customerWith(page, '1 Ada Street', '2 Ada Street');
  await page.goto('/account');
  const panel = page.getByRole('region', { name: 'Delivery addresses' });
  const street = panel.getByLabel('Street and number');
  const choose = async (line: string) =>
    panel.getByLabel('Saved address').selectOption(await panel.getByRole('option', { name: line }).textContent());
  await street.fill('1 Babbage Street');
  await choose('2 Ada Street');
  await expect(street).toHaveValue('2 Ada Street');
  await choose('A new address');
  await street.fill('3 Ada Street');
  await choose('1 Ada Street');
  await expect(street).toHaveValue('1 Babbage Street');
  await panel.getByRole('button', { name: 'Save address' }).click();
  await expect.poll(seen).toEqual(['1 Babbage Street', '2 Ada Street']);
  await choose('2 Ada Street');
  await choose('1 Babbage Street');
  await expect(street).toHaveValue('1 Babbage Street');
  await choose('A new address');
  await expect(street).toHaveValue('3 Ada Street');
});

test('a saved address is chosen at checkout, or a new one entered and kept', { tag: '@long' }, async ({ page }) => {
  const { client, seen } = await customerWith(page, '1 Ada Street', '2 Ada Street');
  await client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await page.goto('/checkout');
  const form = page.getByRole('form', { name: 'Delivery address' });
  const street = form.getByLabel('Street and number');
  await expect(street).toHaveValue('1 Ada Street');
  const label = await form.getByRole('option', { name: /2 Ada Street/ }).textContent();
  await form.getByLabel('Saved address').selectOption(label);
  await expect(street).toHaveValue('2 Ada Street');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Continue' }).click();
  await payWith(page, cards.good);
  await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
  await expect(page.getByText('2 Ada Street').first()).toBeVisible();

  await client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await page.goto('/checkout');
  await form.getByLabel('Saved address').selectOption('A new address');
  await street.fill('3 Ada Street');
  await form.getByLabel('Postal code').fill(address.postalCode);
  await form.getByLabel('City').fill(address.city);
  await form.getByLabel('Country').selectOption(address.country);
  await form.getByText('Save this address for next time').click();
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(seen).toEqual(['1 Ada Street', '2 Ada Street', '3 Ada Street']);
});
