import { randomUUID } from 'node:crypto';
import { mailTo } from './mailbox.ts';
import { address, buy, customer, enterAddress, enterAs, newCustomer, variantOf } from './shopper.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

test('a saved address is filled in at checkout', { tag: '@long' }, async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/account');
  const form = page.getByRole('form', { name: 'Delivery address' });
  await form.getByLabel('Street and number').fill(address.line1);
  await form.getByLabel('Postal code').fill(address.postalCode);
  await form.getByLabel('City').fill(address.city);
  await form.getByLabel('Country').selectOption(address.country);
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect(form.getByText('Saved')).toBeVisible();

  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await page.goto('/checkout');
  await expect(page.getByLabel('Full name')).toHaveValue(person.name);
  await expect(page.getByLabel('Street and number')).toHaveValue(address.line1);
  await expect(page.getByLabel('Country')).toHaveValue(address.country);
});

test('an address entered at checkout is saved for next time', async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  await enterAs(page, person);
  await page.goto('/checkout');
  await enterAddress(page);
  await expect(page.getByLabel('Card number')).toBeVisible();
  await expect.poll(() => person.client.account.shipping.query()).toMatchObject({ city: address.city });
});

test('a new password works at once and logs out other devices', { tag: '@long' }, async ({ page, browserErrors }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/account');
  const form = page.getByRole('form', { name: 'Password' });
  const newPassword = `new ${randomUUID()}`;
  browserErrors.allow(/^400 .*\/trpc\/account\.changePassword/, /^401 .*\/trpc\/auth\.login/);

  await form.getByLabel('Current password', { exact: true }).fill('not this one');
  await form.getByLabel('New password', { exact: true }).fill(newPassword);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByText('This is not your current password.')).toBeVisible();
  await form.getByLabel('Current password', { exact: true }).fill(person.password);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByText('Changed')).toBeVisible();
  expect(await person.client.auth.me.query()).toBeNull();

  await page.getByRole('button', { name: 'Log out', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Log in' })).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL('/login?next=%2Faccount');
  const login = page.getByRole('form', { name: 'Log in' });
  await login.getByLabel('Email').fill(person.email);
  await login.getByLabel('Password', { exact: true }).fill(person.password);
  await login.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByText('Email or password is incorrect.')).toBeVisible();
  await login.getByLabel('Password', { exact: true }).fill(newPassword);
  await login.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL('/account');
});

test('registering with an email that has an account links to login', async ({ page, browserErrors }) => {
  browserErrors.allow(/^409 .*\/trpc\/auth\.register/);
  const { email } = await customer();
  await page.goto('/register');
  const form = page.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Name').fill('Ada');
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Password', { exact: true }).fill(newCustomer().password);
  await form.getByRole('button', { name: 'Create account' }).click();
  await expect(form.getByText('An account with this email already exists.')).toBeVisible();
  await expect(form.getByRole('link', { name: 'Log in' })).toBeVisible();
});

test("another shopper's order is a page that does not exist", async ({ page, browserErrors }) => {
  browserErrors.allow(/^404 .*\/trpc\/orders\.byNumber/);
  const owner = await customer('Owner');
  await owner.client.cart.add.mutate({ variantId: await variantOf('pocket-speaker'), quantity: 1 });
  const number = await buy(owner.client);
  await enterAs(page, await customer());
  await page.goto(`/orders/${number}`);
  await expect(page.getByRole('heading', { name: 'This order does not exist' })).toBeVisible();
});

test('a page that needs an account asks a guest to log in, and returns', async ({ page }) => {
  const person = await customer();
  await page.goto('/orders');
  await expect(page).toHaveURL('/login?next=%2Forders');
  const form = page.getByRole('form', { name: 'Log in' });
  await form.getByLabel('Email').fill(person.email);
  await form.getByLabel('Password', { exact: true }).fill(person.password);
  await form.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'No orders yet' })).toBeVisible();
});

test('whoever chooses a language while logged in is written to in it', { tag: '@long' }, async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/all');
  await expect(page.getByRole('link', { name: 'Account of Ada' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL('/de/all');
  await expect.poll(() => person.client.account.email.query()).toMatchObject({ language: 'de' });
  await openClient().auth.requestPasswordReset.mutate({ email: person.email });
  expect(await mailTo(person.email, 'Neues Passwort wählen')).toContain('/de/');
});
