import { addToCart, cards, cartLink, enterAddress, newCustomer, payWith, register } from './shopper.ts';
import { expect, test } from './test.ts';

test('a guest browses, searches, registers, is declined, pays, and finds the order', { tag: '@both' }, async ({
  page,
  browserErrors,
}) => {
  const person = newCustomer();

  await test.step('from home to a category, and sorts it', async () => {
    await page.goto('/');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Kitchen/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kitchen' })).toBeVisible();
    await page.getByLabel('Sort by').selectOption('Name');
    await expect(page).toHaveURL('/c/kitchen?sort=name');
  });

  await test.step('finds a product in spite of a typo', async () => {
    const search = page.getByRole('combobox', { name: 'Search products' });
    await search.fill('hedphones');
    await search.press('Enter');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Studio headphones/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Studio headphones' })).toBeVisible();
  });

  await test.step('picks a variant and adds it', async () => {
    await page.getByRole('radio', { name: 'Sand' }).click();
    await page.getByRole('radio', { name: '3 m' }).click();
    await expect(page).toHaveURL(/sku=AUD-STUDIO-SAN-3$/);
    const drawer = await addToCart(page);
    await drawer.getByRole('button', { name: 'Close' }).click();
    await cartLink(page, 1).click();
    await expect(page.getByRole('main').getByRole('listitem')).toContainText(['Sand, 3 m']);
  });

  await test.step('registers on the way to the checkout, and keeps the cart', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Checkout' }).click();
    // The footer has such a link too, and renders first.
    await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click();
    await register(page, person);
    await expect(page).toHaveURL('/checkout?step=address');
    await expect(page.getByLabel('Full name')).toHaveValue(person.name);
  });

  await test.step('is declined, with a message that wipes nothing', async () => {
    browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
    await enterAddress(page);
    await payWith(page, cards.declined);
    await expect(page.getByText('Your bank declined this card. Nothing was charged: try another one.')).toBeVisible();
    await expect(page.getByLabel('Card number')).toHaveValue(cards.declined);
    await expect(page.getByLabel('Card number')).toBeFocused();
    await expect(page.getByText("12 St James's Square")).toBeVisible();
  });

  await test.step('pays with another card', async () => {
    await payWith(page, cards.good);
    await expect(page.getByRole('heading', { name: `Thank you, ${person.name}` })).toBeVisible();
    await expect(page).toHaveURL(/\/orders\/L-[A-Z0-9]{8}\?new$/);
    const timeline = page.getByRole('listitem').filter({ has: page.getByRole('time') });
    await expect(timeline).toContainText(['Order placed', 'Payment received']);
    await expect(page.getByText('€134.00').first()).toBeVisible();
    await expect(cartLink(page, 0)).toBeVisible();
  });

  await test.step('finds it among past orders, once, with the try that was declined', async () => {
    const number = /L-[A-Z0-9]{8}/.exec(page.url())?.[0] ?? '';
    await page.goto('/orders');
    const rows = page.getByRole('main').getByRole('link', { name: /L-[A-Z0-9]{8}/ });
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText(number);
    await rows.first().click();
    await expect(page.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();
    await expect(page.getByText('Card ending in 0002: declined by the bank')).toBeVisible();
  });
});
