import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { violations } from '../axe.ts';
import { mailedLink } from '../mailbox.ts';
import { customer, enterAs, logIn } from '../shopper.ts';
import { expect, test } from '../test.ts';

test('somebody who forgot their password sets a new one, which ends every session', {
  tag: ['@phone', '@long'],
}, async ({ page, elsewhere, browserErrors }) => {
  browserErrors.allow(/^40[01] .*\/trpc\/auth\.(login|resetPassword)/);
  const person = await customer();
  const password = `new ${randomUUID()}`;
  await enterAs(elsewhere, person);
  await elsewhere.goto('/orders');
  await expect(elsewhere.getByRole('heading', { name: 'No orders yet' })).toBeVisible();

  await test.step('asks for a link', async () => {
    await page.goto('/login');
    await page.getByRole('form', { name: 'Log in' }).getByLabel('Email').fill(person.email);
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    const form = page.getByRole('form', { name: 'Forgot your password?' });
    await expect(form.getByLabel('Email')).toHaveValue(person.email);
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Send link' }).click();
    await expect(page.getByRole('heading', { name: 'Check your email' })).toBeFocused();
    expect(await violations(page)).toEqual([]);
  });

  const link = await mailedLink(person.email, 'Choose a new password');

  await test.step('opens it, is refused what is easy to guess, and sets a new password', async () => {
    await page.goto(link);
    await enterNewPassword(page, 'password');
    await expect(page.getByText('too easy to guess')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await enterNewPassword(page, password);
    await expect(page.getByRole('heading', { name: 'Your new password is set' })).toBeFocused();
    expect(await violations(page)).toEqual([]);
  });

  await test.step('is logged out everywhere else', async () => {
    expect(await person.client.auth.me.query()).toBeNull();
    await elsewhere.reload();
    await expect(elsewhere).toHaveURL('/login?next=%2Forders');
  });

  await test.step('gets in with the new password only', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Log in' }).click();
    const form = page.getByRole('form', { name: 'Log in' });
    await form.getByLabel('Email').fill(person.email);
    await form.getByLabel('Password', { exact: true }).fill(person.password);
    await form.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByText('Email or password is incorrect.')).toBeVisible();
    await expect(form.getByLabel('Email')).toHaveValue(person.email);
    expect(await violations(page)).toEqual([]);
    await logIn(page, { ...person, password });
  });

  await test.step('sees that the link no longer works, and what to do about it', async () => {
    await page.goto('/');
    await page.goto(link);
    await enterNewPassword(page, `another ${randomUUID()}`);
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Send a new link' }).click();
    await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  });
});

async function enterNewPassword(page: Page, password: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Choose a new password' });
  await form.getByLabel('New password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Set new password' }).click();
}
