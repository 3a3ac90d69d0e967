import { randomUUID } from 'node:crypto';
import { adminClient, newCategory, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

test('filters and sort order are kept in the URL, across reload and Back', async ({ page }) => {
  const client = await adminClient();
  const category = await newCategory(client, 'Lids');
  await newProduct(client, 'Glass lid', category, { priceCents: 4200 });
  await newProduct(client, 'Steel lid', category, { priceCents: 2100 });
  await newProduct(client, 'Small lid', category, { priceCents: 1900 });
  await newProduct(client, 'Copper lid', category, { priceCents: 4600 });
  await newProduct(client, 'Rare lid', category, { priceCents: 3000, stock: 0 });
  const status = page.getByRole('status').filter({ hasText: /products$/ });
  const cards = page.locator('main .product-card');
  const address = (query: string) => new RegExp(`/c/${category}\\?${query}$`);

  await page.goto(`/c/${category}`);
  const filters = page.getByRole('complementary', { name: 'Filters' });
  await filters.getByRole('textbox', { name: 'From' }).fill('20');
  await filters.getByRole('textbox', { name: 'To' }).fill('45');
  await filters.getByRole('switch', { name: 'In stock only' }).click();
  await page.getByLabel('Sort by').selectOption('Price, low to high');

  const shown = async () => {
    await expect(status).toHaveText('2 products');
    await expect(cards).toHaveText([/Steel lid/, /Glass lid/]);
    await expect(page).toHaveURL(address('from=20&to=45&stock=1&sort=price_asc'));
    await expect(filters.getByRole('textbox', { name: 'To' })).toHaveValue('45');
    await expect(filters.getByRole('switch')).toBeChecked();
    await expect(page.getByLabel('Sort by')).toHaveValue('price_asc');
  };
  await shown();
  await page.reload();
  await shown();
  await cards.first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Steel lid' })).toBeVisible();
  await page.goBack();
  await shown();

  await page.getByRole('button', { name: 'Remove filter: Up to €45.00' }).click();
  await expect(page).toHaveURL(address('from=20&stock=1&sort=price_asc'));
  await expect(status).toHaveText('3 products');
});

test('a long list loads more on scrolling, each product once', { tag: '@long' }, async ({ page }) => {
  const { catalog } = openClient();
  const first = await catalog.list.query({ limit: 100 });
  const second = await catalog.list.query({ limit: 100, cursor: first.nextCursor });
  // Other tests may add some meanwhile.
  const known = [...first.items, ...second.items].map(({ slug }) => `/p/${slug}`);
  await page.goto('/all');
  const cards = page.locator('main .product-card');
  const addresses = () => cards.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    const more = page.getByRole('button', { name: /^Show \d+ more$/ });
    if (await more.isVisible()) await more.click({ timeout: 500 }).catch(() => undefined);
    expect(await addresses()).toEqual(expect.arrayContaining(known));
  }).toPass({ timeout: 30_000 });
  const shown = await addresses();
  expect(new Set(shown).size).toBe(shown.length);
});

test('options are chosen by their values, with counts, and kept in the URL', { tag: '@long' }, async ({ page }) => {
  const { options } = await openClient().catalog.facets.query({});
  const colour = options.find(({ name }) => name === 'Colour');
  const [first, second] = colour?.values.filter(({ count }) => count > 1) ?? [];
  if (!first || !second) throw new Error('The demo catalogue has no colours.');
  const both = { options: { Colour: [first.value, second.value].sort() } };
  const { total } = await openClient().catalog.list.query({ ...both, limit: 1 });

  await page.goto('/all');
  const colours = page.getByRole('complementary', { name: 'Filters' }).getByRole('group', { name: 'Colour' });
  const status = page.getByRole('status').filter({ hasText: /products?$/ });
  const box = (value: string) => colours.getByRole('checkbox', { name: new RegExp(`^\\W*${value}\\W+\\d`) });
  await box(first.value).focus();
  await page.keyboard.press('Space');
  await expect(status).toHaveText(new RegExp(`^${first.count} product`));
  await colours.getByText(second.value, { exact: true }).click();
  await expect(status).toHaveText(`${total} products`);
  await expect(page).toHaveURL(
    new RegExp(`[?]${both.options.Colour.map((value) => `o\\.Colour=${value}`).join('&')}$`),
  );
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/all$/);
  await page.reload();
  await expect(box(first.value)).toBeChecked();
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Remove filter: Colour: / })
    .first()
    .click();
  await page.goBack();
  await expect(box(first.value)).toBeChecked();
});

test('a list without matches says which filter to take away', async ({ page }) => {
  const client = await adminClient();
  const category = await newCategory(client, 'Ladles');
  await newProduct(client, 'Soup ladle', category);
  await newProduct(client, 'Punch ladle', category, { stock: 0 });
  await page.goto(`/c/${category}?from=9000&stock=1`);
  await expect(page.getByRole('heading', { name: 'No products match' })).toBeVisible();
  const empty = page.locator('.empty-state');
  await expect(empty.getByRole('button')).toHaveText([/From €9,000.00\W*1/]);
  await empty.getByRole('button').click();
  await expect(page).toHaveURL(`/c/${category}?stock=1`);
  await page.goBack();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page.locator('main .product-card').first()).toBeVisible();
});

test('a search without matches keeps the query and suggests other products', async ({ page }) => {
  await page.goto('/search?q=xylofonium');
  await expect(page.getByRole('heading', { name: 'Nothing found for “xylofonium”' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Search products' })).toHaveValue('xylofonium');
  const others = page.getByRole('region', { name: 'You may like' });
  await expect(others.locator('.product-card').first()).toBeVisible();
});

test('the search suggestions work by keyboard', async ({ page }) => {
  await page.goto('/');
  const search = page.getByRole('combobox', { name: 'Search products' });
  await search.focus();
  await page.keyboard.type('teapto');
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  const [first] = await openClient().catalog.suggest.query({ q: 'teapto' });
  await expect(list.getByRole('option').first()).toContainText(first?.name ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option', { selected: true })).toContainText(first?.name ?? '');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: first?.name })).toBeVisible();
});

test('suggestions show category and price, link to all results, and say when there are none', { tag: '@long' }, async ({
  page,
}) => {
  await page.goto('/');
  const search = page.getByRole('combobox', { name: 'Search products' });
  const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await search.pressSequentially('shoe');
  await expect(options.first()).toContainText(/Shoes\s*Category, \d+ products/);
  await expect(options.filter({ hasText: 'Leather derby shoe' })).toContainText('€');
  await expect(options.filter({ hasText: 'Leather derby shoe' }).locator('b')).toHaveText('shoe');
  await expect(options.last()).toHaveText(/See all \d+ results/);
  await search.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await search.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=shoe$/);
  await search.fill('qqqqqqqq');
  await expect(page.getByText('No matches for “qqqqqqqq”')).toBeVisible();
  await search.fill('hed');
  await expect(options.filter({ hasText: 'Studio headphones' })).toBeVisible();
});

test('a corrected word is shown, only categories with matches are offered, and a SKU leads to its product', {
  tag: '@long',
}, async ({ page }) => {
  await page.goto('/search?q=teepot');
  await expect(page.getByText('No results for “teepot”. Showing results for “teapot”.')).toBeVisible();
  await expect(page.locator('.category-chips').first().getByRole('button')).toHaveText([/^Kitchen\s*\d+$/]);
  await page.goto('/search?q=purple%20teapot%20harmonium');
  await expect(page.getByRole('heading', { name: /^No products match every word/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Partial matches' })).toContainText('Stoneware teapot');
  await page.goto('/search?q=KIT-MUG-CHA');
  await expect(page.getByRole('heading', { level: 1, name: 'Everyday mug' })).toBeVisible();
});

test('an address in another spelling leads to the page within the store, too', { tag: '@long' }, async ({
  page,
  browserErrors,
}) => {
  // Nothing is called so.
  browserErrors.allow(/^404 .*(?:Field-Watch|Desk|Returns)/);
  await page.goto('/de/all');
  await page.getByRole('link', { name: 'Küche' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Küche' })).toBeVisible();
  for (const [path, address, title] of [
    ['/de/p/Field-Watch/?sku=x', '/de/p/field-watch?sku=x', 'Felduhr'],
    ['/de/C/Desk#top', '/de/c/desk#top', 'Schreibtisch'],
    ['/de/P/field-watch?sku=x#top', '/de/p/field-watch?sku=x#top', 'Felduhr'],
    ['/de/ALL/?sort=name', '/de/all?sort=name', 'Alle Artikel'],
    ['/de/Pages/Returns/', '/de/pages/returns', 'Rückgabe'],
    ['/de/Checkout/', '/de/cart', 'Ihr Warenkorb ist leer'],
  ] as const) {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});

test('a category that is renamed while it is looked at is led to, and called by its name', async ({ page }) => {
  const client = await adminClient();
  const { categories } = client.admin;
  const slug = `lanterns-${randomUUID().slice(0, 8)}`;
  const { id } = await categories.create.mutate({ name: 'Lanterns', slug, parentSlug: 'kitchen' });
  await newProduct(client, 'Paper lantern', slug);
  await page.goto(`/c/${slug}`);
  const sort = page.getByLabel('Sort by');
  await expect(sort).toBeEnabled();
  await categories.update.mutate({ id, name: 'Paper lamps', slug: `${slug}-of-paper`, parentSlug: 'living' });
  await sort.selectOption('Price, low to high');
  await expect(page).toHaveURL(`/c/${slug}-of-paper?sort=price_asc`);
  await expect(page.getByRole('heading', { level: 1, name: 'Paper lamps' })).toBeVisible();
  await expect(page).toHaveTitle('Paper lamps · Lantern');
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toHaveText(/Living.*Paper lamps/);
});

test('a variant can be chosen before the code of the folds is there, and a fold that is open stays open', async ({
  page,
}) => {
  let deliver = () => {};
  const delivered = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  await page.route(/\/folds-[^/]*\.js$/, async (route) => {
    await delivered;
    await route.continue();
  });
  await page.goto('/p/studio-headphones');
  const fold = page.locator('.product-folds .fold').first();
  await fold.locator('summary').click();
  await fold.evaluate((element) => element.setAttribute('data-seen', ''));
  await expect(page.getByRole('button', { name: /^Add to cart/ })).toBeEnabled();
  await page.getByRole('radio', { name: 'Moss' }).click();
  await expect(page.getByText('Sold out in Moss')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Moss' })).toBeChecked();
  await page.getByRole('radio', { name: 'Sand' }).click();
  await expect(page.getByRole('radio', { name: 'Sand' })).toBeChecked();
  deliver();
  await expect(page).toHaveURL(/\?sku=AUD-STUDIO-SAN/);
  await expect(fold).toHaveAttribute('data-seen', '');
  await expect(fold).toHaveAttribute('open', '');
});

test('a sold out variant says so, and the URL names the chosen variant', { tag: '@long' }, async ({ page }) => {
  await page.goto('/p/studio-headphones');
  await page.getByRole('radio', { name: 'Moss' }).click();
  await expect(page.getByText('Sold out in Moss')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeHidden();
  await page.getByRole('radio', { name: 'Sand' }).click();
  await page.getByRole('radio', { name: '3 m' }).click();
  await expect(page).toHaveURL(/\?sku=AUD-STUDIO-SAN-3$/);
  await expect(page.getByRole('button', { name: 'Add to cart · €134.00' })).toBeEnabled();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Sand' })).toBeChecked();
});
