import { addToCart, buy, cartLink, customer, enterAs, logIn, variantOf } from './shopper.ts';
import { openClient } from './store.ts';
import { expect, test } from './test.ts';

test('a cart change is shown at once, and reverted with a message if the server refuses', async ({
  page,
  browserErrors,
}) => {
  const slug = 'spotting-scope';
  await page.goto(`/p/${slug}`);
  await (await addToCart(page)).getByRole('link', { name: 'View cart' }).click();
  const quantity = page.getByRole('main').getByRole('spinbutton', { name: 'Quantity of Spotting scope' });
  await expect(quantity).toHaveValue('1');

  // Meanwhile another customer buys all of them.
  const { variants } = await openClient().catalog.bySlug.query({ slug });
  const rival = await customer('Rival');
  await rival.client.cart.add.mutate({ variantId: variants[0]?.id ?? 0, quantity: variants[0]?.stock ?? 0 });
  await buy(rival.client);

  browserErrors.allow(/^409 .*\/trpc\/cart\.update/);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/trpc/cart.update**', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('main').getByRole('button', { name: 'One more' }).click();
  await expect(quantity).toHaveValue('2');
  await expect(cartLink(page, 2)).toBeVisible();
  answer();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('sold out');
  await expect(quantity).toHaveValue('1');
  await expect(cartLink(page, 1)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Spotting scope' })).toContainText('Sold out.');
});

test('two tabs that change one cart lose no item', async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([page.goto('/p/kitchen-radio'), other.goto('/p/pocket-speaker')]);
  await Promise.all([addToCart(page), addToCart(other)]);
  await page.goto('/cart');
  await expect(cartLink(page, 2)).toBeVisible();
  const list = page.getByRole('main').getByRole('listitem');
  await expect(list.filter({ hasText: 'Kitchen radio' })).toBeVisible();
  await expect(list.filter({ hasText: 'Pocket speaker' })).toBeVisible();
});

test("a guest's cart is merged at login, keeping the larger quantity", async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('pocket-speaker'), quantity: 3 });
  await page.goto('/p/pocket-speaker');
  await addToCart(page);
  await logIn(page, person);
  await expect(cartLink(page, 3)).toBeVisible();
});

test('a double click on Remove removes one line', async ({ page }) => {
  const person = await customer();
  for (const slug of ['kitchen-radio', 'pocket-speaker', 'slim-cd-player']) {
    await person.client.cart.add.mutate({ variantId: await variantOf(slug), quantity: 1 });
  }
  await enterAs(page, person);
  await page.goto('/cart');
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines).toHaveCount(3);
  const box = await page.getByRole('button', { name: 'Remove Kitchen radio' }).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10];
  await Promise.all([page.mouse.click(x, y), page.mouse.click(x, y)]);
  await expect(cartLink(page, 2)).toBeVisible();
  await expect(lines).toHaveCount(2);
  await expect
    .poll(async () => (await person.client.cart.get.query()).items.map(({ slug }) => slug))
    .toEqual(['pocket-speaker', 'slim-cd-player']);
});

test('a quantity of 0 removes a line, Undo restores it, and an empty cart says so', { tag: '@long' }, async ({
  page,
}) => {
  await page.goto('/p/slim-cd-player');
  await (await addToCart(page)).getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('button', { name: 'Remove Slim CD player' }).click();
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Slim CD player' })).toBeVisible();
  await page.getByRole('main').getByRole('spinbutton').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
  await expect(cartLink(page, 0)).toBeVisible();
});
