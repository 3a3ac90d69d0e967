import { violations } from './axe.ts';
import { addToCart, cards, cartLink, customer, enterAddress, enterEmail, newCustomer, payWith } from './shopper.ts';
import { expect, test } from './test.ts';

test('a guest is declined, pays, opens the order elsewhere and makes an account from it', { tag: '@phone' }, async ({
  page,
  browser,
  browserErrors,
}) => {
  const { email, password } = newCustomer();

  await test.step('goes on without an account, by keyboard', async () => {
    await page.goto('/p/kitchen-radio');
    const drawer = await addToCart(page);
    await drawer.getByRole('link', { name: 'Checkout' }).click();
    await expect(page).toHaveURL('/checkout?step=contact');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Email' }).fill('nobody');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This does not look like an email address.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused();
    await enterEmail(page, email);
    await expect(page.getByRole('heading', { name: 'Delivery address' })).toBeFocused();
    await expect(page.getByLabel('Save this address for next time')).toBeHidden();
  });

  await test.step('finds everything but the card after a reload', async () => {
    await enterAddress(page);
    await page.reload();
    await expect(page.getByText(email)).toBeVisible();
    await expect(page.getByText('Please enter your card again')).toBeVisible();
  });

  await test.step('is declined, and pays with another card', async () => {
    browserErrors.allow(/^409 .*\/trpc\/checkout\.place/);
    await payWith(page, cards.declined);
    await expect(page.getByText('Your bank declined this card. Nothing was charged: try another one.')).toBeVisible();
    await payWith(page, cards.good);
    await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
    await expect(page).toHaveURL(/\/orders\/L-[A-Z0-9]{8}\?new#token=/);
    await expect(page.getByText('Card ending in 0002: declined by the bank')).toBeVisible();
    await expect(cartLink(page, 0)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  const link = page.url().replace('?new', '');
  const number = /L-[A-Z0-9]{8}/.exec(link)?.[0] ?? '';
  const elsewhere = await browser.newContext({ viewport: page.viewportSize() });
  const other = await elsewhere.newPage();

  await test.step('sees that an altered link opens nothing', async () => {
    await other.goto(link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')));
    await expect(other.getByRole('heading', { name: 'This link does not open an order' })).toBeVisible();
    expect(await violations(other)).toEqual([]);
    await other.goto(`/orders/${number}`);
    await expect(other).toHaveURL(`/login?next=%2Forders%2F${number}`);
  });

  await test.step('opens it by its link, and makes an account with a password', async () => {
    await other.goto(link);
    await expect(other.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();
    await expect(other.getByRole('button', { name: 'Cancel order' })).toBeVisible();
    const form = other.getByRole('form', { name: 'Create an account' });
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Create account' }).click();
    await expect(other.getByText('Your account is ready, and this order is in it.')).toBeVisible();
    await expect(other).toHaveURL(`/orders/${number}`);
    await expect(form).toBeHidden();
    await other.goto('/orders');
    await expect(other.getByRole('main').getByRole('link', { name: number })).toBeVisible();
  });

  await test.step('cancels it with the link, which still opens it', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
    await expect(page.getByText('Your order is cancelled.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cancel order' })).toBeHidden();
    await elsewhere.close();
  });
});

test('a reload during a guest’s payment resumes the same payment', async ({ page }) => {
  await page.goto('/p/kitchen-radio');
  await (await addToCart(page)).getByRole('link', { name: 'Checkout' }).click();
  await enterEmail(page, newCustomer().email);
  await enterAddress(page);
  await payWith(page, cards.slow);
  await expect(page.getByRole('status').getByText('Asking your bank').first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
  await expect(cartLink(page, 0)).toBeVisible();
  // Nobody logs in to look at it again.
  await page.reload();
  await expect(page.getByText('Payment received')).toBeVisible();
});

test('a guest whose email has an account is asked to log in', async ({ page, browserErrors }) => {
  browserErrors.allow(/^409 .*\/trpc\/auth\.register/);
  const { email } = await customer();
  await page.goto('/p/kitchen-radio');
  await (await addToCart(page)).getByRole('link', { name: 'Checkout' }).click();
  await enterEmail(page, email);
  await enterAddress(page);
  await payWith(page, cards.good);
  const form = page.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await form.getByRole('button', { name: 'Create account' }).click();
  await expect(form.getByText('This email has an account already.')).toBeVisible();
  await form.getByRole('link', { name: 'Log in' }).click();
  await expect(page).toHaveURL('/login?next=%2Forders');
});
