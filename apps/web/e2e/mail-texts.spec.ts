import type { Locator, Page } from '@playwright/test';
import { adminClient, enterAsAdmin } from './admin.ts';
import { violations } from './axe.ts';
import { mailTo } from './mailbox.ts';
import { buy, customer, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

/** A shipment of a new order; returns its number and whom it is for. */
async function ship() {
  const { client, email } = await customer();
  await client.cart.add.mutate({ variantId: await variantOf('everyday-mug'), quantity: 1 });
  const number = await buy(client);
  const { admin } = await adminClient();
  await admin.orders.fulfil.mutate({ number });
  return { number, email };
}

/** Gives a kind of mail the store's own words again. */
async function restore(kind: string): Promise<void> {
  const { admin } = await adminClient();
  const text = (await admin.mail.texts.query()).find((one) => one.kind === kind);
  if (!text) return;
  const texts = Object.fromEntries(Object.entries(text.texts).map(([code, { defaults }]) => [code, defaults]));
  await admin.mail.saveText.mutate({ kind, ...text.defaults, texts });
}

const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement);
const preview = (page: Page) => page.frameLocator('iframe[title="The mail"]');

test.beforeEach(({ browserErrors }) => {
  // Playwright looks into each frame by a script, which this one does not run: neither its page nor the blank one before it.
  browserErrors.allow(/^console: Blocked script execution in '(?:about:blank|\S+\/admin\/mails\/empty\.html)'/);
});

test('an admin words a mail, sees it beside, and the next one is sent so', { tag: '@long' }, async ({ page }) => {
  await restore('order_shipped');
  await enterAsAdmin(page);
  await page.goto('/admin/mails');
  await page.getByRole('link', { name: 'Texts', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Texts of mails' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Order shipped' }).click();
  await expect(preview(page).getByRole('heading', { name: 'Your order is on its way' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('Subject', { exact: true }).fill('Off it goes: ');
  await page.getByRole('button', { name: 'Insert {orderNumber}' }).click();
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Off it goes: {orderNumber}');
  await expect(page.getByLabel('Subject', { exact: true })).toBeFocused();
  await page.getByLabel('Heading', { exact: true }).fill('Hooray <b>');
  await page.getByLabel('Text', { exact: true }).fill('Your lamp {orderNumber} has left.\n\nBe at home.');
  await expect(preview(page).getByRole('heading', { name: 'Hooray <b>' })).toBeVisible();
  await expect(preview(page).getByText('Be at home.')).toBeVisible();
  await expect(page.getByText(/^Subject: Off it goes: L-/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Text of “Order shipped” saved')).toBeVisible();
  const { number, email } = await ship();
  const text = await mailTo(email, `Off it goes: ${number}`);
  expect(text).toContain(`Hooray <b>\n\nYour lamp ${number} has left.\n\nBe at home.\n`);

  await page.goto('/admin/activity?entity=mail_text');
  await expect(page.getByRole('row').filter({ hasText: 'changed the mail “Order shipped”' }).first()).toBeVisible();
  await page.goto('/admin/mails/texts');
  await expect(page.getByRole('listitem').filter({ hasText: 'Order shipped' })).toContainText('Changed');
  await page.getByRole('link', { name: 'Order shipped' }).click();
  await page.getByRole('button', { name: 'Use the store’s words: Heading' }).click();
  await expect(page.getByLabel('Heading', { exact: true })).toHaveValue('Your order is on its way');
  await page.getByRole('button', { name: 'Use the store’s words for all' }).click();
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Your order {orderNumber} is on its way');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Text of “Order shipped” saved')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use the store’s words for all' })).toBeHidden();
});

test('a mail is worded in German, beside what it looks like, and sent so to who reads German', {
  tag: '@long',
}, async ({ page, browserErrors }) => {
  browserErrors.allow(/^400 .*\/trpc\/admin\.mail\.previewText/);
  const kind = 'email_verification';
  await restore(kind);
  await enterAsAdmin(page);
  await page.goto(`/admin/mails/texts/${kind}`);
  await expect(preview(page).getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  await page.getByRole('tab', { name: 'English' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'German' })).toBeFocused();
  const heading = page.getByLabel('Heading in German', { exact: true });
  await heading.fill('Bitte bestätigen {nothing}');
  await expect(page.getByText('No preview: This mail has no {nothing}.')).toBeVisible();
  await heading.fill('Sind Sie das?');
  await expect(preview(page).getByRole('heading', { name: 'Sind Sie das?' })).toBeVisible();
  await expect(page.frameLocator('iframe[title="The mail"]').locator('html')).toHaveAttribute('lang', 'de');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('tab', { name: 'German' })).toContainText('Changed');

  // What is wrong in a language that is not shown is brought to the front.
  await page.getByLabel('Text in German', { exact: true }).fill('');
  await page.getByRole('tab', { name: 'English' }).click();
  await page.getByLabel('Subject', { exact: true }).fill('Is that you?');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Text in German', { exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Discard' }).click();

  const { client: german, email } = await customer();
  await german.account.setLanguage.mutate({ language: 'de' });
  await german.auth.resendVerification.mutate({});
  expect(await mailTo(email, 'Bestätigen Sie Ihre E-Mail-Adresse')).toContain('Sind Sie das?\n');
  await page.goto('/admin/activity?entity=mail_text');
  await expect(page.getByText('Heading in German').first()).toBeVisible();
  await restore(kind);
});

test('a placeholder that a mail does not have is named, by the preview and by the field', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^400 .*\/trpc\/admin\.mail\.(previewText|saveText)/);
  await enterAsAdmin(page);
  await page.goto('/admin/mails/texts/password_reset');
  await expect(preview(page).getByText('Choose a new password').first()).toBeVisible();
  await page.getByLabel('Text', { exact: true }).fill('Dear {name}');
  const problem = 'This mail has no {name}. It has no placeholders.';
  await expect(page.getByText(`No preview: ${problem}`)).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(problem, { exact: true })).toBeVisible();
  await expect(page.getByLabel('Text', { exact: true })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Texts of mails' }).click();
  await expect(page.getByRole('dialog')).toContainText('Your changes to this text will be lost.');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Texts of mails' })).toBeVisible();
});

test('a text that someone else has changed meanwhile is not overwritten; a change is made and undone by keyboard', async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/^409 .*\/trpc\/admin\.mail\.saveText/);
  const kind = 'return_refused';
  await restore(kind);
  await enterAsAdmin(page);
  await page.goto(`/admin/mails/texts/${kind}`);
  const heading = page.getByLabel('Heading', { exact: true });
  await heading.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' this time');
  const { admin } = await adminClient();
  const text = (await admin.mail.texts.query()).find((one) => one.kind === kind);
  if (!text) throw new Error(`There is no text of ${kind}.`);
  await admin.mail.saveText.mutate({ kind, ...text.defaults, title: 'No' });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Someone else has changed this text')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(heading).toHaveValue('No');
  await heading.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(': ');
  const chip = page.getByRole('button', { name: 'Insert {returnNumber}' });
  for (let presses = 0; presses < 5 && !(await isFocused(chip)); presses++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveValue('No: {returnNumber}');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Text of “Return refused” saved')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(heading).toHaveValue('No');
  await restore(kind);
});

test('the words are edited on a phone, with the preview below them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAsAdmin(page);
  await page.goto('/admin/mails/texts/welcome');
  await expect(preview(page).getByRole('heading', { name: 'Welcome, Ada Lovelace' })).toBeVisible();
  const words = await page.getByRole('region', { name: 'Words' }).boundingBox();
  const below = await page.getByRole('region', { name: 'Preview' }).boundingBox();
  expect(below?.y).toBeGreaterThan((words?.y ?? 0) + (words?.height ?? 0));
});
