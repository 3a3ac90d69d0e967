import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { address, cards, customer, enterAddress, enterAs, enterEmail, newCustomer, payWith } from './shopper.ts';
import { expect, test } from './test.ts';

const tick = 'Billing address is the delivery address';
const office = { fullName: 'Babbage & Co', line1: '200 Analytical Avenue', city: 'Springfield', region: 'Illinois' };

const stepForm = (page: Page) => page.getByRole('form', { name: 'Delivery address' });
const billingOn = (page: Page) => stepForm(page).getByRole('group', { name: 'Billing address' });

/** Fills in the delivery address, unlike `enterAddress` without going on. */
async function fillDelivery(page: Page): Promise<void> {
  const form = stepForm(page);
  await form.getByLabel('Full name').fill(address.fullName);
  await form.getByLabel('Street and number').fill(address.line1);
  await form.getByLabel('Postal code').fill(address.postalCode);
  await form.getByLabel('City').fill(address.city);
  await form.getByLabel('Country').selectOption(address.country);
}

async function newVariant(): Promise<number> {
  const { variants } = await newProduct(await adminClient(), 'Lamp');
  return variants[0]?.id ?? 0;
}

test('a guest is billed elsewhere, whatever the bank says first', { tag: ['@phone', '@long'] }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
  const { slug } = await newProduct(await adminClient(), 'Lamp');
  await page.goto(`/p/${slug}`);
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await page.getByRole('dialog', { name: 'In your cart' }).getByRole('link', { name: 'Checkout' }).click();
  await enterEmail(page, newCustomer().email);
  await fillDelivery(page);
  const form = stepForm(page);
  const billing = billingOn(page);

  await test.step('sees what is missing, and no typed word is lost', async () => {
    await form.getByText(tick).click();
    await billing.getByLabel('Full name').fill(office.fullName);
    await billing.getByLabel('Country').selectOption('US');
    await form.getByRole('button', { name: 'Continue' }).click();
    await expect(billing.getByText('Please enter street and number.')).toBeVisible();
    await expect(billing.getByText('Please enter a state or region.')).toBeVisible();
    await expect(billing.getByLabel('Street and number')).toBeFocused();
    await expect(billing.getByLabel('Phone')).toBeHidden();
    expect(await violations(page)).toEqual([]);
    await form.getByText(tick).click();
    await expect(billing).toBeHidden();
    await form.getByText(tick).click();
    await expect(billing.getByLabel('Full name')).toHaveValue(office.fullName);
    await expect(billing.getByLabel('Country')).toHaveValue('US');
  });

  await test.step('finds both addresses after a reload and a declined card', async () => {
    await billing.getByLabel('Street and number').fill(office.line1);
    await billing.getByLabel('City').fill(office.city);
    await billing.getByLabel('State or region').fill(office.region);
    await billing.getByLabel('Postal code').fill('62701');
    await form.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText(/^Ada Lovelace, .*Billing address: Babbage & Co, 200 Analytical Avenue/)).toBeVisible();
    await page.reload();
    await payWith(page, cards.declined);
    await expect(page.getByText(/^Your bank declined this card/)).toBeVisible();
    await page.getByRole('button', { name: 'Change Delivery address' }).click();
    await expect(billing.getByLabel('Street and number')).toHaveValue(office.line1);
    await form.getByRole('button', { name: 'Continue' }).click();
  });

  await test.step('has both on the page of the order, as has the admin', async () => {
    await payWith(page, cards.good);
    await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
    const panel = page.getByRole('region', { name: 'Billing address' });
    await expect(panel).toContainText('Babbage & Co200 Analytical Avenue');
    await expect(page.getByRole('region', { name: 'Delivery address' })).toContainText(address.line1);
    expect(await violations(page)).toEqual([]);
    const number = /L-[A-Z0-9]{8}/.exec(page.url())?.[0] ?? '';
    await enterAsAdmin(page);
    await page.goto(`/admin/orders/${number}`);
    await expect(panel).toContainText(office.city);
    expect(await violations(page)).toEqual([]);
  });
});

test('a customer chooses the billing address from the address book, and what was typed is kept', {
  tag: '@long',
}, async ({ page }) => {
  const person = await customer();
  for (const line1 of ['1 Ada Street', '2 Ada Street']) {
    await person.client.account.addresses.save.mutate({ ...address, line1 });
  }
  await person.client.cart.add.mutate({ variantId: await newVariant(), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  const form = stepForm(page);
  const billing = billingOn(page);
  await form.getByText(tick).click();
  const saved = billing.getByLabel('Saved address');
  const street = billing.getByLabel('Street and number');
  await expect(saved.getByRole('option', { selected: true })).toHaveText('A new address');
  await street.fill('3 Ada Street');
  await saved.selectOption(await billing.getByRole('option', { name: /2 Ada Street/ }).textContent());
  await expect(street).toHaveValue('2 Ada Street');
  await saved.selectOption('A new address');
  await expect(street).toHaveValue('3 Ada Street');
  await saved.selectOption(await billing.getByRole('option', { name: /2 Ada Street/ }).textContent());
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Continue' }).click();
  await payWith(page, cards.good);
  await expect(page.getByRole('region', { name: 'Billing address' })).toContainText('2 Ada Street');
  await expect(page.getByRole('region', { name: 'Delivery address' })).toContainText('1 Ada Street');
});

test('a billing address that is hidden again is there after a reload', { tag: '@long' }, async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await newVariant(), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  const form = stepForm(page);
  const billing = billingOn(page);
  await fillDelivery(page);
  await form.getByText(tick).click();
  await billing.getByLabel('Street and number').fill(office.line1);
  await form.getByText(tick).click();
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Change Delivery address' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Change Delivery address' }).click();
  await expect(page.getByLabel(tick)).toBeChecked();
  await form.getByText(tick).click();
  await expect(billing.getByLabel('Street and number')).toHaveValue(office.line1);
});

test('an order without another billing address shows one address', async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await newVariant(), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  await expect(page.getByLabel(tick)).toBeChecked();
  await enterAddress(page);
  await payWith(page, cards.good);
  await expect(page.getByRole('region', { name: 'Delivery address' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Billing address' })).toBeHidden();
});
