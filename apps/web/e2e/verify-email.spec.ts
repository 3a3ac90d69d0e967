import { randomUUID } from 'node:crypto';
import { adminClient, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { mailedLink } from './mailbox.ts';
import { address, customer, enterAs, newCustomer } from './shopper.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

/** Buys something as a guest; returns the order's number. */
async function buyAsGuest(email: string): Promise<string> {
  const { variants } = await newProduct(await adminClient(), 'Guest lamp');
  const client = openClient();
  const { totalCents } = await client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: 1 });
  const { order } = await client.checkout.place.mutate({
    idempotencyKey: randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
    email,
  });
  return order.number;
}

test('the owner of a mailbox confirms no account that a stranger made with it, and takes it over', {
  tag: ['@phone', '@long'],
}, async ({ page }) => {
  // A stranger registers with the address of somebody who has bought as a guest.
  const { email } = newCustomer();
  const number = await buyAsGuest(email);
  const stranger = openClient();
  await stranger.auth.register.mutate({ name: 'Mallory', email, password: 'known to a stranger' });

  await page.goto(await mailedLink(email, 'Welcome to Lantern'));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await stranger.account.email.query()).toMatchObject({ verified: false });
  expect(await stranger.orders.list.query({})).toMatchObject({ items: [] });
  await expect(page.getByRole('heading', { name: 'Log in to confirm your email' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Choose a new password' }).click();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.goto(await mailedLink(email, 'Choose a new password'));
  const password = `new ${randomUUID()}`;
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByRole('heading', { name: 'Your new password is set' })).toBeVisible();
  expect(await stranger.auth.me.query()).toBeNull();
  await enterAs(page, { email, password });
  await page.goto('/orders');
  await expect(page.getByRole('main').getByRole('link', { name: number })).toBeVisible();
});

test('whoever opens the link where they are not logged in logs in, and the address is confirmed', {
  tag: '@phone',
}, async ({ page }) => {
  const person = await customer();
  await page.goto(await mailedLink(person.email, 'Welcome to Lantern'));
  await page.getByRole('main').getByRole('link', { name: 'Log in' }).click();
  // The token is in the fragment here too.
  await expect(page).toHaveURL(/\/login\?next=%2Fverify-email#token=/);
  const form = page.getByRole('form', { name: 'Log in' });
  await expect(form.getByLabel('Email')).toHaveValue(person.email);
  await form.getByLabel('Password', { exact: true }).fill(person.password);
  await form.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible();
  expect(await person.client.account.email.query()).toMatchObject({ verified: true });
});

test('another account than the one that the link is for is not confirmed with it', { tag: '@long' }, async ({
  page,
}) => {
  const [person, other] = [await customer(), await customer()];
  const newEmail = newCustomer().email;
  await other.client.account.changeEmail.mutate({ newEmail, password: other.password });
  // Both wait for the same new address: the link of one does not count for the other.
  await person.client.account.changeEmail.mutate({ newEmail, password: person.password });
  await enterAs(page, person);
  for (const link of [
    await mailedLink(other.email, 'Welcome to Lantern'),
    await mailedLink(newEmail, 'Confirm your new email address', (await other.client.auth.me.query())?.id),
  ]) {
    await page.goto('/');
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'This link is for another account' })).toBeFocused();
    expect(await violations(page)).toEqual([]);
  }
  const unchanged = { email: other.email, verified: false, pending: newEmail };
  expect(await other.client.account.email.query()).toMatchObject(unchanged);
  await page.getByRole('button', { name: 'Log out', exact: true }).click();
  const form = page.getByRole('form', { name: 'Log in' });
  await form.getByLabel('Email').fill(other.email);
  await form.getByLabel('Password', { exact: true }).fill(other.password);
  await form.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible();
  expect(await other.client.account.email.query()).toMatchObject({ email: newEmail, verified: true });
});
