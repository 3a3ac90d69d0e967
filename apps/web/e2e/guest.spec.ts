import { addToCart, cards, cartLink, customer, enterAddress, enterEmail, newCustomer, payWith } from './shopper.ts';
import { expect, test } from './test.ts';

test('a reload during a guest’s payment resumes the same payment', { tag: '@long' }, async ({ page }) => {
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

test('a guest whose email has an account is asked to log in', { tag: '@long' }, async ({ page, browserErrors }) => {
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
