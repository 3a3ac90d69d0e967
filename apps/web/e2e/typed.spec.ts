import { randomUUID } from 'node:crypto';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { address, customer, enterAs } from './shopper.ts';
import { expect, test } from './test.ts';
import { walk } from './walk.ts';

/* Typed input is read as it was meant, whatever notation is used. */

test('the price filter reads amounts in common notations', async ({ page }) => {
  const highest = page.getByRole('textbox', { name: 'To', exact: true });
  await page.goto('/all');
  for (const [typed, cents] of [
    ['1,000', 100_000],
    ['1.234,50', 123_450],
    ['€50', 5000],
    ['50 €', 5000],
  ] as const) {
    await highest.fill(typed);
    await highest.press('Enter');
    await expect(page).toHaveURL(new RegExp(`[?&]\\w+=${cents / 100}(?:0|\\.00)?(?:&|$)`));
  }
});

test('a postal code is checked by country, and accepts full-width digits and blanks', { tag: '@long' }, async ({
  page,
}) => {
  const person = await customer();
  await enterAs(page, person);
  await page.goto('/account');
  const form = page.getByRole('form', { name: 'Delivery address' });
  const code = form.getByLabel('Postal code');
  const saved = async () => (await person.client.account.shipping.query())?.postalCode;
  await form.getByLabel('Full name').fill(address.fullName);
  await form.getByLabel('Street and number').fill('<b>Nathan</b> Road "1" 🏮');
  await form.getByLabel('City').fill('  Kowloon ');
  await form.getByLabel('Country').selectOption('DE');
  await code.fill('1234');
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect(form.getByText('This is not a postal code of Germany.')).toBeVisible();
  await code.fill(' １０１１５ ');
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect.poll(saved).toBe('10115');
  await form.getByLabel('Country').selectOption('HK');
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect
    .poll(() => person.client.account.shipping.query())
    .toMatchObject({ country: 'HK', postalCode: '', city: 'Kowloon', line1: '<b>Nathan</b> Road "1" 🏮' });
});

/**
 * A right-to-left text shown among others has its closing mark on its left. Returns how often the text is shown, and
 * the places where that is not the case.
 */
function placesOf(text: string): { shown: number; torn: string[] } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const torn: string[] = [];
  let shown = 0;
  const edge = (node: Node, at: number) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(text) ?? -1;
    if (at < 0 || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    const first = edge(node, at);
    const last = edge(node, at + text.length - 1);
    // Text for screen readers only has no size.
    if (first.width === 0 || node.parentElement.closest('.visually-hidden, script, style, option')) continue;
    shown++;
    if (last.top === first.top && last.left > first.left) torn.push(node.parentElement.outerHTML.slice(0, 200));
  }
  return { shown, torn };
}

/** Where this text starts in the buy box. */
function cornerOf(text: string): { left: number; top: number } {
  const walker = document.createTreeWalker(document.querySelector('.buy-box') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(text) ?? -1;
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, top } = range.getBoundingClientRect();
    return { left, top };
  }
  return { left: 0, top: 0 };
}

test('right-to-left names are isolated from other text, and line breaks are kept', { tag: '@long' }, async ({
  page,
}) => {
  const mug = 'כוס (350)!';
  const person = await customer('עדה (2)!');
  const client = await adminClient();
  const category = await client.admin.categories.create.mutate({ name: 'כלים (7)!' });
  const product = await client.admin.products.create.mutate({
    name: mug,
    slug: `rtl-${randomUUID().slice(0, 8)}`,
    description: 'First line\nsecond line\n\nנקודה בסוף.',
    status: 'active',
    categorySlugs: [category.slug],
    variants: ['כחול (3)!', 'Red'].map((colour) => ({
      sku: randomUUID().slice(0, 8),
      options: { 'צבע (4)!': colour },
      priceCents: 6000,
      stock: 5,
    })),
  });
  const variant = product.variants[0]?.id ?? 0;
  await person.client.cart.add.mutate({ variantId: variant, quantity: 1 });
  await person.client.account.updateShipping.mutate({ ...address, fullName: person.name, city: 'חיפה (5)!' });

  /** Walks to pages, each given by its address, how its title begins, and the names that it shows. */
  const expectWhole = async (...pages: [path: string, title: string, name: string, ...more: string[]][]) => {
    const places = pages.map(([path, title, name]) => [path, title, name] as const);
    const namesOn = new Map(pages.map(([path, , ...names]) => [path, names]));
    await walk(page, places, async (path) => {
      for (const name of namesOn.get(path) ?? []) {
        await expect
          .poll(async () => (await page.evaluate(placesOf, name)).shown, `${name} on ${path}`)
          .toBeGreaterThan(0);
        expect((await page.evaluate(placesOf, name)).torn, `${name} on ${path}`).toEqual([]);
      }
    });
  };
  const heightOf = (text: string) => page.getByText(text).evaluate((element) => element.getBoundingClientRect().height);

  await enterAs(page, person);
  await expectWhole([`/p/${product.slug}`, mug, mug, category.name, 'צבע (4)!', 'כחול (3)!']);
  const corner = (text: string) => page.evaluate(cornerOf, text);
  const first = await corner('First line');
  const second = await corner('second line');
  const letter = await corner('נקודה');
  expect(second.top).toBeGreaterThan(first.top);
  // A blank line separates paragraphs, and each has its own direction.
  expect(letter.top - second.top).toBeGreaterThan(1.3 * (second.top - first.top));
  expect((await corner('.')).left).toBeLessThan(letter.left);
  await expectWhole(
    [`/c/${category.slug}`, category.name, mug, category.name],
    [`/search?q=${encodeURIComponent(mug)}`, 'Results for', mug],
    ['/cart', 'Cart', mug, 'כחול (3)!'],
    ['/account', 'Your account', person.name],
  );

  const { totalCents } = await person.client.cart.get.query();
  const { order } = await person.client.checkout.place.mutate({
    idempotencyKey: randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: { ...address, fullName: person.name, city: 'חיפה (5)!' },
    paymentMethod: 'sim_ok',
  });
  const { number } = order;
  const note = 'Left at the door.\nנשאר (6)!';
  await client.admin.orders.setStatus.mutate({ number, status: 'shipped', note });
  await client.admin.orders.setNote.mutate({ number, internalNote: `Ask ${mug}` });
  await expectWhole([`/orders/${number}?new`, 'Order', mug, 'כחול (3)!', person.name, 'חיפה (5)!', 'נשאר (6)!']);
  expect(await heightOf('Left at the door.')).toBeGreaterThan(30);

  await enterAsAdmin(page);
  const { id } = product;
  const { version } = await client.admin.products.byId.query({ id });
  await client.admin.products.update.mutate({ id, version, tagline: 'חדש (8)!' });
  await expectWhole(
    [`/admin/orders/${number}`, `Order ${number}`, mug, person.name, 'חיפה (5)!', 'נשאר (6)!'],
    ['/admin/orders', 'Orders', person.name],
    [`/admin/activity?entity=product:${id}`, 'Activity', mug, 'חדש (8)!'],
    ['/admin/categories', 'Categories', category.name],
    ['/admin/products', 'Products', mug, category.name],
    ['/admin/users', 'Users', person.name],
  );
});

test('an admin finds categories regardless of case and accents, on their page and in the product form', {
  tag: '@long',
}, async ({ page }) => {
  const client = await adminClient();
  await client.admin.categories.create.mutate({ name: 'Écharpes', parentSlug: 'clothing' });
  const { id } = await newProduct(client, 'Shawl');
  await enterAsAdmin(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(...(request.url().match(/admin\.categories\.list/g) ?? [])));
  await page.goto('/admin/categories');
  const main = page.getByRole('main');
  await expect(main.getByText('Kitchen', { exact: true })).toBeVisible();
  expect(asked, 'the whole tree is asked for once').toHaveLength(1);
  await main.getByRole('searchbox', { name: 'Search categories' }).fill('e\u0301CHARP');
  await expect(main.getByText('Kitchen', { exact: true })).toBeHidden();
  await expect(main.getByText('Écharpes', { exact: true })).toBeVisible();
  await expect(main.getByText('Clothing', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(main.getByRole('button', { name: 'Move Écharpes up' })).toBeDisabled();
  await main.getByRole('searchbox', { name: 'Search categories' }).fill('nowhere');
  await main.getByRole('button', { name: 'Clear filters' }).click();
  await expect(main.getByText('Kitchen', { exact: true })).toBeVisible();

  await page.goto(`/admin/products/${id}`);
  const boxes = page.getByRole('region', { name: 'Categories' });
  await boxes.getByRole('searchbox', { name: 'Search categories' }).fill('echarpes');
  await boxes.getByRole('searchbox').press('Enter');
  await boxes.getByText('Écharpes', { exact: true }).click();
  // Ticked categories stay visible.
  await expect(boxes.getByRole('checkbox', { name: 'Kitchen' })).toBeChecked();
  await expect(boxes.getByRole('checkbox', { name: 'Travel' })).toBeHidden();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(async () => (await client.admin.products.byId.query({ id })).categorySlugs)
    .toEqual(expect.arrayContaining(['echarpes', 'kitchen']));
});

test('a price in a search query becomes a filter, and removing it searches for the words', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('combobox', { name: 'Search products' });
  await field.fill('mug under 15');
  await field.press('Enter');
  const chip = page.getByRole('button', { name: 'Remove filter: Under €15.00' });
  await expect(chip).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^[1-9]\d* products?$/ })).toBeVisible();
  await chip.click();
  await expect(page).toHaveURL(/literal=1/);
  await expect(page.getByRole('heading', { name: /No products match every word|Nothing found/ })).toBeVisible();
  await expect(chip).toBeHidden();
  await page.goBack();
  await expect(chip).toBeVisible();
});
