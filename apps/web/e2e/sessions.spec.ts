import type { Page } from '@playwright/test';
import { enterAsAdmin } from './admin.ts';
import { expectAccessible } from './axe.ts';
import { customer, enterAs } from './shopper.ts';
import { storeUrl } from './store.ts';
import { expect, test } from './test.ts';

/** Presses Tab until this button has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  await expect(button).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0] });
}

test('somebody ends another browser’s session by keyboard, and it is out at once', { tag: '@long' }, async ({
  page,
  elsewhere,
  browserErrors,
}) => {
  browserErrors.allow(/^401 /);
  const person = await customer();
  await enterAs(page, person);
  await enterAs(elsewhere, person);
  await elsewhere.goto('/orders');
  await expect(elsewhere.getByRole('heading', { name: 'No orders yet' })).toBeVisible();

  await page.goto('/account');
  const panel = page.getByRole('region', { name: 'Where you are logged in' });
  await expect(panel.getByRole('listitem')).toHaveCount(3);
  await expect(panel.getByRole('listitem').first()).toContainText('This device');
  await tabTo(page, /^Log out Chrome on /);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  // What had the focus has gone with its row.
  await expect(panel.getByRole('list')).toBeFocused();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/login\?next=%2Forders$/);

  await tabTo(page, /^Log out all others$/);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  expect(await person.client.auth.me.query()).toBeNull();
  await expect(panel.getByRole('button')).toHaveCount(0);
});

test('an admin’s live page ends with its session', { tag: '@long' }, async ({ page, elsewhere, browserErrors }) => {
  browserErrors.allow(/401 /);
  await enterAsAdmin(page);
  await enterAsAdmin(elsewhere);
  await elsewhere.goto('/admin/activity');
  await expect(elsewhere.getByText('Live view: Live', { exact: true })).toBeVisible();
  const own = await elsewhere.request.get('/trpc/account.sessions.list');
  const [{ id }] = (await own.json()).result.data;
  // By its id: other tests are logged in as this admin, too.
  await page.request.post('/trpc/account.sessions.end', { data: { id }, headers: { origin: storeUrl() } });
  await expect(elsewhere.getByText('You have been logged out.')).toBeVisible();
});

test('the lists of sessions are accessible, in German too', { tag: '@long' }, async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await expectAccessible(page, [['/account', 'Your account', 'Where you are logged in']]);
  await expectAccessible(page, [['/de/account', 'Ihr Konto', 'Wo Sie angemeldet sind']]);
});
