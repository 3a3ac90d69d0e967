import { enterAsAdmin } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

test('an admin reads a mail and sends it again', { tag: '@long' }, async ({ page, browserErrors }) => {
  // Playwright looks into each frame by a script, which this one does not run.
  browserErrors.allow(/^console: Blocked script execution in '\S+\/admin\/mails\/\d+\.html'/);
  const { client, email } = await customer();
  await client.cart.add.mutate({ variantId: await variantOf('everyday-mug'), quantity: 1 });
  const number = await buy(client);
  await enterAsAdmin(page);
  await page.goto('/admin/mails');
  await expect(page.getByRole('link', { name: `Your order ${number}` })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Failed' }).click();
  await expect(page.getByText(`Your order ${number}`)).toBeHidden();
  await page.goBack();
  await page.getByRole('searchbox', { name: 'Search mails' }).fill(email.slice(0, 12).toUpperCase());
  await expect(page).toHaveURL(/recipient=/);
  await expect(page.getByRole('row').filter({ hasText: '@' })).toHaveCount(2);
  await expect(page.getByRole('row').filter({ hasText: 'Welcome to Lantern' })).toContainText(email);
  await page.getByRole('link', { name: `Your order ${number}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Your order ${number}`);
  await expect(page.getByText(`To ${email}`)).toBeVisible();
  const frame = page.frameLocator('iframe[title="The mail"]');
  await expect(frame.getByRole('heading', { name: 'Thank you for your order' })).toBeVisible();
  await expect(frame.getByRole('link', { name: 'View your order' })).toHaveCSS('background-color', 'rgb(20, 97, 74)');
  expect(await violations(page)).toEqual([]);
  const file = page.getByRole('link', { name: /^invoice-\d{4}-\d{6}\.pdf$/ });
  await expect(async () => {
    await page.reload();
    await expect(file).toBeVisible({ timeout: 3000 });
  }).toPass();
  expect(await violations(page)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await file.click();
  expect((await downloading).suggestedFilename()).toMatch(/^invoice-/);
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect(page.getByText(`/orders/${number}`)).toBeVisible();
  const first = page.url();
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.getByText('Sent', { exact: true })).toBeVisible();
  await page.goto('/admin/activity?entity=mail');
  await expect(page.getByRole('row').filter({ hasText: `sent the mail to ${email} again` })).toBeVisible();
});

test('a mail with a link for its recipient alone is not shown', async ({ page }) => {
  const { email } = await customer();
  await enterAsAdmin(page);
  await page.goto('/admin/mails');
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').first().click();
  await expect(page.getByText(`To ${email}`)).toBeVisible();
  await expect(page.getByText("it isn't shown and can't be sent again")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send again' })).toBeHidden();
  expect(await violations(page)).toEqual([]);
});
