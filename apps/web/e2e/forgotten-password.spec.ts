import { randomUUID } from 'node:crypto';
import { violations } from './axe.ts';
import { mailedLink } from './mailbox.ts';
import { customer, enterAs } from './shopper.ts';
import { expect, test } from './test.ts';

test('the answer for an address without an account is the same', async ({ page }) => {
  await page.goto('/forgot-password');
  await page.getByLabel('Email').fill(`${randomUUID()}@example.com`);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
});

test('a reset logs out this browser too, without a notice of somebody else', { tag: '@long' }, async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Forgot your current password?' }).click();
  // The page that it comes from has a part named "Email".
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(person.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.goto(await mailedLink(person.email, 'Choose a new password'));
  await page.getByLabel('New password', { exact: true }).fill(`new ${randomUUID()}`);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByRole('heading', { name: 'Your new password is set' })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Log in' })).toBeVisible();
  await expect(page.getByText('You have been logged out.')).toBeHidden();
});

test('an incomplete link says what to do', { tag: '@long' }, async ({ page }) => {
  for (const path of ['/reset-password', '/verify-email#token=']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

test('an address is confirmed with the mailed link, and a new one replaces it once confirmed', {
  tag: '@long',
}, async ({ page, browserErrors }) => {
  browserErrors.allow(/^400 .*\/trpc\/(auth\.verifyEmail|account\.changeEmail)/);
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/account');
  const panel = page.getByRole('region', { name: 'Email' });
  await expect(panel.getByText('Not confirmed yet')).toBeVisible();
  await panel.getByRole('button', { name: 'Send again' }).click();
  await expect(panel.getByText('Sent', { exact: true })).toBeVisible();
  // The mail at registration had another link, which no longer works.
  await page.goto(await mailedLink(person.email, 'Confirm your email address'));
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go to your account' }).click();
  await expect(panel.getByText('Confirmed', { exact: true })).toBeVisible();

  const newEmail = `${randomUUID()}@example.com`;
  await panel.getByLabel('New email').fill(newEmail);
  await panel.getByLabel('Password', { exact: true }).fill('not this one');
  await panel.getByRole('button', { name: 'Change email' }).click();
  await expect(panel.getByText('This is not your current password.')).toBeVisible();
  await panel.getByLabel('Password', { exact: true }).fill(person.password);
  await panel.getByRole('button', { name: 'Change email' }).click();
  await expect(panel.getByText('Waiting for you to follow the link')).toContainText(newEmail);
  expect(await violations(page)).toEqual([]);
  const link = await mailedLink(newEmail, 'Confirm your new email address');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible();
  await page.goto('/account');
  await expect(panel.getByText(newEmail)).toBeVisible();
  await expect(panel.getByText('Waiting for you')).toBeHidden();
  // Following the link again is no mistake.
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible();
});
