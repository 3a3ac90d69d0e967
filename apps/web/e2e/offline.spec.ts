import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openFront } from './front.ts';
import { cartLink, customer, logIn, variantOf } from './shopper.ts';
import { storeUrl } from './store.ts';
import { expect, test } from './test.ts';

/* Without a connection: what has been read can be read again, and nothing is bought at yesterday's prices. */

const withWorker = (browser: Browser): Promise<BrowserContext> => browser.newContext({ serviceWorkers: 'allow' });

/** Waits until the worker answers for the page. */
async function underWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Waits until the page at a path can be read without a connection. Not by `waitForFunction`: any promise would do for it. */
async function kept(page: Page, path: string): Promise<void> {
  const isKept = () =>
    page.evaluate(async (path) => {
      const names = (await caches.keys()).filter((name) => name.includes('pages'));
      const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(path)));
      return found.some(Boolean);
    }, path);
  await expect.poll(isKept).toBe(true);
}

const cachesOf = (page: Page) => page.evaluate(() => caches.keys());

const note = (page: Page) => page.getByText(/^You are offline\./);

test('what was read can be read offline, with the cart as it was; the rest says why not, and comes back', {
  tag: '@long',
}, async ({ browser }) => {
  await using context = await withWorker(browser);
  const page = await context.newPage();
  const variantId = await variantOf('field-watch');
  await page.goto('/p/field-watch');
  await page.request.post('/trpc/cart.add', { data: { variantId, quantity: 2 }, headers: { origin: storeUrl() } });
  await underWorker(page);
  await page.reload();
  await expect(cartLink(page, 2)).toBeVisible();
  await page.waitForFunction(() => localStorage.getItem('kept-cart-1')?.includes('field-watch'));
  // Opened without loading a document.
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Kitchen' }).click();
  await kept(page, '/c/kitchen');
  await kept(page, '/p/field-watch');

  await context.setOffline(true);
  await expect(note(page)).toContainText('Prices and stock are as of');
  await page.goto('/p/field-watch');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Field watch');
  await expect(note(page)).toContainText(/Prices and stock are as of \d+ \w+ \d{4}/);
  await cartLink(page, 2).click();
  await expect(page.getByRole('main')).toContainText('Field watch');
  await expect(note(page)).toBeVisible();
  await page.getByRole('button', { name: 'One more' }).click();
  await expect(page.getByText('The store cannot be reached. Please check your connection')).toBeVisible();
  await expect(cartLink(page, 2)).toBeVisible();

  await page.getByRole('link', { name: 'Checkout' }).click();
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The checkout needs a connection');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Cart 2' })).toBeVisible();
  for (const name of ['Kitchen', 'Field watch', 'Cart']) {
    await expect(page.getByRole('listitem').getByRole('link', { name, exact: true })).toBeVisible();
  }
  await context.setOffline(false);
  await expect(page.getByRole('form', { name: 'Your email' })).toBeVisible();
  await expect(page).toHaveURL(/\/checkout\b/);
});

/** The worker of a next build that has none of this one's code: the id of a build is in the names of what it keeps. */
function nextBuild(script: string): string {
  const [, id = ''] = /\bid"?:\s*["'`]([\da-f]{12})\b/.exec(script) ?? [];
  expect(id, 'the id of the build').not.toBe('');
  const next = script.replaceAll(id, 'next-build').replace(/\b(files"?:\s*\[)\{.*?\]/s, '$1]');
  expect(next).not.toContain('/assets/index-');
  return next;
}

test('a new build takes over once no page of the old one is open, what was read can still be, and whoever logs out leaves nothing behind', {
  tag: '@long',
}, async ({ browser }) => {
  let isNext = false;
  await using front = await openFront(storeUrl(), (script) => (isNext ? nextBuild(script) : script));
  await using context = await browser.newContext({ serviceWorkers: 'allow', baseURL: front.url });
  const person = await customer();
  const page = await context.newPage();
  await page.goto('/p/field-watch');
  await underWorker(page);
  await kept(page, '/p/field-watch');

  isNext = true;
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const isWaiting = (of: Page) => of.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await expect.poll(() => isWaiting(page)).toBe(true);
  const other = await context.newPage();
  await page.close();
  await expect(async () => {
    await other.goto('about:blank');
    // Loads none of the store's code.
    await other.goto('/healthz');
    await underWorker(other);
    expect(await isWaiting(other)).toBe(false);
  }).toPass();
  await context.setOffline(true);
  await other.goto('/p/field-watch');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Field watch');
  // By the page's own code, which the next build does not bring.
  await expect(note(other)).toBeVisible();
  expect(await other.evaluate(async () => (await (await caches.open('lantern-assets')).keys()).length)).toBeGreaterThan(
    9,
  );
  await context.setOffline(false);

  await logIn(other, person);
  await other.goto('/p/field-watch');
  await kept(other, '/p/field-watch');
  const answers = (await cachesOf(other)).filter((name) => name.startsWith('lantern-catalog'));
  expect(answers.filter((name) => !name.endsWith('next-build'))).toEqual([]);
  await other.goto('/account');
  await other.waitForFunction(() => localStorage.getItem('kept-cart-1') !== null);
  await other.getByRole('button', { name: 'Log out', exact: true }).click();
  await expect(other.getByRole('link', { name: 'Log in' }).first()).toBeVisible();
  expect(await other.evaluate(async () => (await caches.match('/p/field-watch')) === undefined)).toBe(true);

  // With the store down, whatever the browser says about its connection.
  await front.close();
  await other.goto('/p/field-watch');
  await expect(other.getByRole('heading', { name: 'The store cannot be reached' })).toBeVisible();
});
