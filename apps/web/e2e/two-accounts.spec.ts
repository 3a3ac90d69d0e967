import type { Page } from '@playwright/test';
import { address, addToCart, cartLink, customer, enterAddress, enterAs, logIn, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';

/* One browser, two tabs: while Ada uses one, another customer logs in in the other. */

/** A customer with their own saved address and one item in the cart. */
async function person(name: string, line1: string) {
  const opened = await customer(name);
  await opened.client.account.updateShipping.mutate({ ...address, fullName: name, line1 });
  await opened.client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  return opened;
}

const twoPeople = () => Promise.all([person('Ada Lovelace', '1 Ada Street'), person('Ben Miller', '2 Ben Street')]);

/** Logs out in this tab and logs in as another customer, as people do. */
async function switchAccount(tab: Page, to: Awaited<ReturnType<typeof person>>): Promise<void> {
  await logOut(tab);
  await logIn(tab, to);
}

async function logOut(tab: Page): Promise<void> {
  await tab.goto('/account');
  await tab.getByRole('button', { name: 'Log out', exact: true }).click();
  await expect(tab.getByRole('banner').getByRole('link', { name: 'Log in' })).toBeVisible();
}

async function toReview(page: Page): Promise<void> {
  await page.goto('/checkout');
  await enterAddress(page);
  const form = page.getByRole('form', { name: 'Payment' });
  await form.getByLabel('Card number').fill('4242 4242 4242 4242');
  await form.getByLabel('Expires').fill('12 / 39');
  await form.getByLabel('Security code').fill('123');
  await form.getByRole('button', { name: 'Review order' }).click();
  await expect(page.getByRole('button', { name: /^Pay €/ })).toBeVisible();
}

const notice = (page: Page) => page.getByText('You are now logged in as Ben Miller in another tab.');

test("another tab notices a new login: its checkout restarts with the new user's data", { tag: '@long' }, async ({
  page,
  context,
}) => {
  const [ada, ben] = await twoPeople();
  await enterAs(page, ada);
  await toReview(page);
  const account = await context.newPage();
  await account.goto('/account');
  await expect(account.getByLabel('Street and number')).toHaveValue('1 Ada Street');

  await switchAccount(await context.newPage(), ben);
  await expect(notice(page)).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('Ben Miller');
  await expect(page.getByLabel('Street and number')).toHaveValue('2 Ben Street');
  await expect(page.getByRole('button', { name: /^Pay €/ })).toBeHidden();
  await expect(notice(account)).toBeVisible();
  await expect(account.getByText('Hello Ben Miller.')).toBeVisible();
  await expect(account.getByLabel('Street and number')).toHaveValue('2 Ben Street');
  await account.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(account)).toBeHidden();
  expect((await ben.client.orders.list.query({})).items).toEqual([]);
  expect((await ada.client.orders.list.query({})).items).toEqual([]);
});

const loggedOut = (page: Page) => page.getByRole('status').filter({ hasText: 'You have been logged out.' });

test('a checkout whose user logs out in another tab waits for the login, and goes on with what was entered', {
  tag: '@long',
}, async ({ page, context }) => {
  const ada = await person('Ada Lovelace', '1 Ada Street');
  await enterAs(page, ada);
  await page.goto('/checkout');
  await page.getByLabel('Street and number').fill('7 Byron Row');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('Card number')).toBeVisible();

  const other = await context.newPage();
  await logOut(other);
  await expect(loggedOut(page)).toBeVisible();
  await expect(page.getByText('7 Byron Row')).toBeHidden();

  const form = page.getByRole('form', { name: 'Log in' });
  await form.getByLabel('Email').fill(ada.email);
  await form.getByLabel('Password', { exact: true }).fill(ada.password);
  await form.getByRole('button', { name: 'Log in' }).click();
  await expect(loggedOut(page)).toBeHidden();
  await expect(page.getByRole('form', { name: 'Delivery address' })).toBeVisible();
  await expect(page.getByLabel('Street and number')).toHaveValue('7 Byron Row');
});

/** Cuts this tab off from messages to and from other tabs. */
async function isolateTab(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
    Storage.prototype.setItem = () => undefined;
  });
  return page;
}

test('isolated tabs are refused by the server after a change of account, and say why', { tag: '@long' }, async ({
  page,
  context,
  browserErrors,
}) => {
  browserErrors.allow(/^409 .*\/trpc\/(checkout\.place|account\.addresses\.save)/);
  await isolateTab(page);
  const [ada, ben] = await twoPeople();
  await enterAs(page, ada);
  await toReview(page);
  const account = await isolateTab(await context.newPage());
  await account.goto('/account');
  await account.getByLabel('Street and number').fill('99 Ada Street');
  await enterAs(page, ben);

  await page.getByRole('button', { name: /^Pay €/ }).click();
  await expect(notice(page)).toBeVisible();
  await expect(page.getByLabel('Street and number')).toHaveValue('2 Ben Street');
  await account.getByRole('button', { name: 'Save address' }).click();
  await expect(notice(account)).toBeVisible();
  await expect(account.getByLabel('Street and number')).toHaveValue('2 Ben Street');
  expect((await ben.client.orders.list.query({})).items).toEqual([]);
  expect((await ada.client.orders.list.query({})).items).toEqual([]);
  expect(await ben.client.account.shipping.query()).toMatchObject({ line1: '2 Ben Street' });
});

test('a refocused tab checks who is logged in, and tabs of one account work side by side', { tag: '@long' }, async ({
  page,
  context,
}) => {
  await isolateTab(page);
  const [ada, ben] = await twoPeople();
  await enterAs(page, ada);
  const beside = await isolateTab(await context.newPage());
  for (const tab of [page, beside]) await tab.goto('/p/kitchen-radio');
  for (const [tab, count] of [
    [page, 2],
    [beside, 3],
    [page, 4],
  ] as const) {
    await tab.getByRole('button', { name: /^Add to cart/ }).click();
    await expect(tab.getByRole('dialog', { name: 'In your cart' })).toBeVisible();
    await tab.getByRole('button', { name: 'Close' }).click();
    await expect(cartLink(tab, count)).toBeVisible();
  }
  await enterAs(page, ben);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(notice(page)).toBeVisible();
  await expect(cartLink(page, 1)).toBeVisible();
});

test('a tab that finds its user logged out goes on with the cart of the guest who is there instead', {
  tag: '@long',
}, async ({ page, context }) => {
  await isolateTab(page);
  const ada = await person('Ada Lovelace', '1 Ada Street');
  await enterAs(page, ada);
  await page.goto('/checkout');
  await expect(page.getByLabel('Street and number')).toHaveValue('1 Ada Street');
  const other = await isolateTab(await context.newPage());
  await logOut(other);
  await other.goto('/p/studio-headphones');
  await addToCart(other);

  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(loggedOut(page)).toBeVisible();
  await expect(page.getByRole('form', { name: 'Your email' })).toBeVisible();
  await expect(page.getByText('Studio Headphones')).toBeVisible();
  await expect(page.getByText('1 Ada Street')).toBeHidden();

  await loggedOut(page).getByRole('link', { name: 'Log in' }).click();
  await expect(page).toHaveURL(/\/login\?next=%2Fcheckout/);
  await expect(loggedOut(page).getByRole('link')).toBeHidden();
});
