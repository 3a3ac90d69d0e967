import { address, customer, enterAs } from './shopper.ts';
import { expect, test } from './test.ts';

/* What is typed is read as it is meant, in whatever way somebody writes it. */

test('an amount in the price filter, as people write one', async ({ page }) => {
  const highest = page.getByRole('textbox', { name: 'To', exact: true });
  for (const [typed, cents] of [
    ['1,000', 100_000],
    ['1.234,50', 123_450],
    ['€50', 5000],
    ['50 €', 5000],
  ] as const) {
    await page.goto('/all');
    await highest.fill(typed);
    await highest.press('Enter');
    await expect(page).toHaveURL(new RegExp(`[?&]\\w+=${cents / 100}(?:0|\\.00)?(?:&|$)`));
  }
});

test('a postal code as its country has it, from wide digits and with blanks around', async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/account');
  const form = page.getByRole('form', { name: 'Delivery address' });
  const code = form.getByLabel('Postal code');
  const saved = async () => (await person.client.account.shipping.query())?.postalCode;
  await form.getByLabel('Full name').fill(address.fullName);
  await form.getByLabel('Street and number').fill('<b>Nathan</b> Road "1" 🏮');
  await form.getByLabel('City').fill('  Kowloon ');
  await form.getByLabel('Country').selectOption('DE');
  await code.fill('1234');
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect(form.getByText('This is not a postal code of Germany.')).toBeVisible();
  await code.fill(' １０１１５ ');
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect.poll(saved).toBe('10115');
  await form.getByLabel('Country').selectOption('HK');
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect
    .poll(() => person.client.account.shipping.query())
    .toMatchObject({ country: 'HK', postalCode: '', city: 'Kowloon', line1: '<b>Nathan</b> Road "1" 🏮' });
});
