import type { Page } from '@playwright/test';
import { adminClient, newCoupon, newProduct } from '../admin.ts';
import { violations } from '../axe.ts';
import { linkIn, mailTo } from '../mailbox.ts';
import {
  address,
  addToCart,
  cards,
  cartLink,
  download,
  enterAddress,
  enterEmail,
  expectSums,
  newCustomer,
  payWith,
} from '../shopper.ts';
import { expect, test } from '../test.ts';

/** Two lamps less a tenth, by express. */
const total = '€88.50';
const sumsWith = (code: string) => ({
  Subtotal: '€84.00',
  [`Discount (${code})`]: '−€8.40',
  'Express delivery': '€12.90',
  Total: total,
});

test('a guest buys with a coupon and express delivery, and keeps the order in an account', {
  tag: '@phone',
}, async ({ page, elsewhere, browserErrors }) => {
  browserErrors.allow(/^409 .*\/trpc\/(cart\.applyCoupon|checkout\.place)/, /^404 .*\/trpc\/orders\.byNumber/);
  const admin = await adminClient();
  const { slug } = await newProduct(admin, 'Lamp');
  const code = await newCoupon(admin, 10);
  const { email, password } = newCustomer();

  await test.step('fills the cart, and finds out how the coupon is spelt', async () => {
    await page.goto(`/p/${slug}`);
    await (await addToCart(page)).getByRole('link', { name: 'View cart' }).click();
    await page.getByRole('main').getByRole('button', { name: 'One more' }).click();
    await enterCoupon(page, 'no-such-code');
    await expect(page.getByText('This code is not valid. Please check how it is spelt.')).toBeVisible();
    await expect(page.getByLabel('Coupon code')).toHaveValue('no-such-code');
    expect(await violations(page)).toEqual([]);
    await enterCoupon(page, code.toLowerCase());
    await expectSums(page.getByRole('region', { name: 'Summary' }), {
      ...{ Subtotal: '€84.00', [`Discount (${code})`]: '−€8.40', Delivery: 'Free', Total: '€75.60' },
    });
    expect(await violations(page)).toEqual([]);
  });

  await test.step('goes on without an account, by keyboard', async () => {
    await page.getByRole('link', { name: 'Checkout' }).click();
    await expect(page).toHaveURL('/checkout?step=contact');
    expect(await violations(page)).toEqual([]);
    const field = page.getByRole('textbox', { name: 'Email' });
    await field.fill('nobody');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This does not look like an email address.')).toBeVisible();
    await expect(field).toBeFocused();
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

  await test.step('chooses express delivery, and sees what it costs', async () => {
    await expect(page.getByRole('radio', { name: /^Standard delivery/ })).toBeChecked();
    await page.getByRole('radio', { name: /^Express delivery/ }).check();
    await expectSums(await openSummary(page), sumsWith(code));
    expect(await violations(page)).toEqual([]);
  });

  await test.step('is declined, and finds what was typed', async () => {
    await payWith(page, cards.declined);
    await expect(page.getByText('Your bank declined this card. Nothing was charged: try another one.')).toBeVisible();
    const number = page.getByLabel('Card number');
    await expect(number).toBeFocused();
    await expect(number).toHaveValue(cards.declined);
    await expect(page.getByLabel('Expires')).toHaveValue('12 / 39');
    await expect(page.getByRole('radio', { name: /^Express delivery/ })).toBeChecked();
    await expect(page.getByText(email)).toBeVisible();
    await expect(page.getByText(address.line1)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  await test.step('pays with another card', async () => {
    await payWith(page, cards.good);
    await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
    await expect(page).toHaveURL(/\/orders\/L-[A-Z0-9]{8}\?new#token=/);
    await expectSums(page.getByRole('region', { name: '2 items' }), sumsWith(code));
    await expect(page.getByText('Card ending in 0002: declined by the bank')).toBeVisible();
    await expect(cartLink(page, 0)).toBeVisible();
    // It is issued a moment after the payment.
    expect(await download(page, /^Invoice/)).toMatch(/^invoice-\d{4}-\d{6}\.pdf$/);
    expect(await violations(page)).toEqual([]);
  });

  const number = /L-[A-Z0-9]{8}/.exec(page.url())?.[0] ?? '';
  const mail = await mailTo(email, `Your order ${number}`);
  const link = linkIn(mail);
  const altered = link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));

  await test.step('reads the same sums in the mail', async () => {
    expect(mail).toContain('2 × Lamp: €84.00');
    expect(mail).toContain(`Discount (${code}): −€8.40\nExpress delivery: €12.90`);
    expect(mail).toContain(`tax: ${total}`);
  });

  await test.step('sees that an altered link opens nothing', async () => {
    await elsewhere.goto(altered);
    await expect(elsewhere.getByRole('heading', { name: 'This link does not open an order' })).toBeVisible();
    expect(await violations(elsewhere)).toEqual([]);
    await elsewhere.goto(`/orders/${number}`);
    await expect(elsewhere).toHaveURL(`/login?next=%2Forders%2F${number}`);
  });

  await test.step('opens the mailed link in another browser, and makes an account with a password', async () => {
    await elsewhere.goto(link);
    await expect(elsewhere.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();
    await expectSums(elsewhere.getByRole('region', { name: '2 items' }), sumsWith(code));
    await expect(elsewhere.getByRole('button', { name: 'Cancel order' })).toBeVisible();
    const form = elsewhere.getByRole('form', { name: 'Create an account' });
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Create account' }).click();
    await expect(elsewhere.getByText('Your account is ready, and this order is in it.')).toBeVisible();
    await expect(elsewhere).toHaveURL(`/orders/${number}`);
    await expect(form).toBeHidden();
    await expect(elsewhere.getByRole('main')).toBeFocused();
    expect(await violations(elsewhere)).toEqual([]);
  });

  await test.step('finds it under the orders', async () => {
    await elsewhere.getByRole('navigation', { name: 'You' }).getByRole('link', { name: 'Your orders' }).click();
    const order = elsewhere.getByRole('main').getByRole('link', { name: number });
    await expect(order).toBeVisible();
    await expect(elsewhere.getByRole('main')).toContainText(total);
    await elsewhere.goto(altered);
    await expect(elsewhere.getByRole('main').getByRole('link', { name: 'Your orders' })).toBeVisible();
    expect(await violations(elsewhere)).toEqual([]);
  });

  await test.step('cancels it with the link, which still opens it', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Cancel order' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
    await expect(page.getByText('Your order is cancelled.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cancel order' })).toBeHidden();
    await expect(page.getByRole('main')).toBeFocused();
  });
});

async function enterCoupon(page: Page, code: string): Promise<void> {
  await page.getByLabel('Coupon code').fill(code);
  await page.getByRole('button', { name: 'Apply coupon' }).click();
}

/** The summary beside the steps of the checkout, which a phone shows collapsed. */
async function openSummary(page: Page) {
  const summary = page.getByRole('complementary', { name: 'Your order' });
  const toggle = summary.getByRole('button', { name: /^\d+ items?/ });
  if (await toggle.isVisible()) await toggle.click();
  return summary;
}
