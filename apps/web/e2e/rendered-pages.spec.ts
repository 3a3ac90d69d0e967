import type { Page, Route } from '@playwright/test';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

/* The server renders the pages, and the browser goes on from there: the fixtures fail a test for every error of that. */

const pages = [
  '/',
  '/c/kitchen',
  '/all?sort=name',
  '/p/field-watch',
  '/search?q=lamp',
  '/pages/delivery',
  '/login',
  '/register',
  '/de',
];

/** The queries that the page asks from now on. */
function watchQueries(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, names] = /\/trpc\/([^?]+)/.exec(request.url()) ?? [];
    if (names) asked.push(...names.split(','));
  });
  return asked;
}

/** Holds back the pages' code until it is let go. */
async function withoutCode(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isOpen = false;
  await page.route('**/assets/*.js', (route) => (isOpen ? route.continue() : void held.push(route)));
  return async () => {
    isOpen = true;
    await Promise.all(held.map((route) => route.continue()));
  };
}

/** The page but for what the browser alone knows: whether the buy button is out of sight, and which day it is. */
async function shared(page: Page): Promise<string> {
  const html = await page.locator('main').innerHTML();
  return html
    .replace(' buy-bar--stuck', '')
    .replace(/(?:Arrives|Delivered in) [^:<]*/, '')
    .replace(/(<\/b>: )[^<]*/g, '$1');
}

for (const path of pages) {
  test(`${path} is there before any code, and stays as it is @both`, async ({ page }) => {
    const asked = watchQueries(page);
    const letGo = await withoutCode(page);
    await page.goto(path, { waitUntil: 'commit' });
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toBeVisible();
    // The heading is seen before the end of the page has arrived.
    await page.waitForFunction(() => document.readyState !== 'loading');
    const before = await shared(page);
    await letGo();
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    // Lists fetch what may be opened next.
    const ahead = path.startsWith('/p/') ? [] : ['catalog.bySlug', 'catalog.related'];
    expect(asked.filter((name) => !['auth.me', 'cart.get', ...ahead].includes(name))).toEqual([]);
    expect(await shared(page)).toBe(before);
  });
}

test("what is below a phone's first screen is asked for once that has been painted", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Animation.enable');
  const pictures = new Set<string>();
  page.on('request', (request) => request.url().includes('/media/') && pictures.add(request.url()));
  for (const [path, most] of [
    ['/', 0],
    // Other tests add products without images elsewhere.
    ['/c/audio', 10],
  ] as const) {
    await page.goto('about:blank');
    pictures.clear();
    // The moment of the first paint, for as long as one likes.
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 0 });
    const begun = page.waitForRequest(/\/trpc\/auth\.me/);
    await page.goto(path);
    await begun;
    expect(pictures.size).toBeLessThanOrEqual(most);
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 1 });
    await expect.poll(() => pictures.size).toBeGreaterThan(10);
  }
});

test('a page is in the language of its path, and leads to itself in the other @both', async ({ page }) => {
  const root = page.locator('html');
  await page.goto('/de/all?sort=name');
  await expect(root).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('link', { name: /^Warenkorb, 0 Artikel$/ })).toBeVisible();
  await page.getByRole('link', { name: 'Küche' }).first().click();
  await expect(page).toHaveURL('/de/c/kitchen');
  const languages = page.getByRole('navigation', { name: 'Sprache' });
  await expect(languages.getByRole('link', { name: 'Deutsch' })).toHaveAttribute('aria-current', 'true');
  await languages.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL('/c/kitchen');
  await expect(root).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('navigation', { name: 'Language' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the store can be read and walked through', async ({ browser, baseURL }) => {
    await using context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto('/');
    await page
      .getByRole('link', { name: /^Kitchen/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kitchen' })).toBeVisible();
    const cards = page.locator('main').getByRole('link').filter({ hasText: '€' });
    // Other tests add products, some of them sold out.
    await cards.filter({ hasNotText: 'Sold out' }).first().click();
    await expect(page.getByRole('button', { name: /add to cart/i })).toBeVisible();
  });
});

test('what is pressed before the code is there takes effect as soon as it is @both', async ({ page }) => {
  const letGo = await withoutCode(page);
  await page.goto('/p/field-watch', { waitUntil: 'commit' });
  await page.getByRole('button', { name: /add to cart/i }).click();
  await letGo();
  await expect(page.getByRole('dialog')).toContainText('Field watch');
});

test('what is pressed early counts once: a filter of an empty list, and a product for the cart', async ({ page }) => {
  const added: string[] = [];
  page.on('request', (request) => request.url().includes('/trpc/cart.add') && added.push(request.url()));
  let letGo = await withoutCode(page);
  await page.goto('/c/kitchen?from=9000&stock=1', { waitUntil: 'commit' });
  await page.locator('.empty-state').getByRole('button').click();
  const before = await page.evaluate(() => history.length);
  await letGo();
  await expect(page).toHaveURL(/kitchen\?stock=1$/);
  await expect(page.locator('main .product-card').first()).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  letGo = await withoutCode(page);
  await page.goto('/p/field-watch', { waitUntil: 'commit' });
  await page.getByRole('button', { name: /add to cart/i }).click();
  await letGo();
  await expect(page.getByRole('dialog')).toContainText('Field watch');
  await expect(page.getByRole('link', { name: /^Cart, 1 item$/ })).toBeAttached();
  expect(added).toHaveLength(1);
});

test('a quantity that is chosen before the code is there counts for the press after it', { tag: '@long' }, async ({
  page,
}) => {
  for (const [path, quantity, choose] of [
    ['/p/field-watch', 2, () => page.getByRole('button', { name: 'One more' }).click()],
    ['/p/kitchen-radio', 3, () => page.getByRole('spinbutton', { name: 'Quantity' }).fill('3')],
  ] as const) {
    const letGo = await withoutCode(page);
    await page.goto(path, { waitUntil: 'commit' });
    await choose();
    const adding = page.waitForRequest(/\/trpc\/cart\.add/);
    await page.getByRole('button', { name: /add to cart/i }).click();
    await letGo();
    expect((await adding).postData()).toContain(`"quantity":${quantity}`);
    await page.unrouteAll();
  }
});

test('what is typed before the code is there is neither lost nor sent in the URL', async ({ page }) => {
  const person = { email: `early-${Date.now()}@example.com`, password: 'typed too early', name: 'Ada' };
  await openClient().auth.register.mutate(person);
  const letGo = await withoutCode(page);
  await page.goto('/login', { waitUntil: 'commit' });
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.keyboard.press('Enter');
  await letGo();
  await expect(page.getByRole('link', { name: /Account of Ada/ })).toBeVisible();
  expect(page.url()).not.toContain('typed');
});

test('a search that is typed before the code is there is made', async ({ page }) => {
  const letGo = await withoutCode(page);
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('combobox', { name: 'Search products' }).fill('lamp');
  await page.keyboard.press('Enter');
  await letGo();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('lamp');
});
