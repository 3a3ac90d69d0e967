import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { openClient, storeUrl } from './store.ts';

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** The details of a new customer, who is not registered yet. */
export function newCustomer(name = 'Ada Lovelace'): Person {
  return { name, email: `${randomUUID()}@example.com`, password: 'correct horse battery' };
}

export const address = {
  fullName: 'Ada Lovelace',
  line1: "12 St James's Square",
  city: 'London',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
};

/** A customer with an account, and a client logged in to it. */
export async function customer(name?: string) {
  const person = newCustomer(name);
  const client = openClient();
  await client.auth.register.mutate(person);
  return { ...person, client };
}
type Client = Awaited<ReturnType<typeof customer>>['client'];

/** The id of a product's variant, by SKU or else the first. */
export async function variantOf(slug: string, sku?: string): Promise<number> {
  const { variants } = await openClient().catalog.bySlug.query({ slug });
  const variant = sku ? variants.find((one) => one.sku === sku) : variants[0];
  if (!variant) throw new Error(`${slug} has no variant ${sku}.`);
  return variant.id;
}

/** Pays for the client's cart through the API; returns the order's number. */
export async function buy(client: Client, paymentMethod = 'sim_ok'): Promise<string> {
  const { totalCents } = await client.cart.get.query();
  const { order } = await client.checkout.place.mutate({
    idempotencyKey: randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod,
  });
  return order.number;
}

/** Logs the page's browser in without using the login page. */
export async function enterAs(page: Page, { email, password }: Omit<Person, 'name'>): Promise<void> {
  const data = { email, password };
  const response = await page.request.post('/trpc/auth.login', { data, headers: { origin: storeUrl() } });
  if (!response.ok()) throw new Error(`${email} could not log in: ${await response.text()}`);
}

/** Logs in through the login page and waits until the header shows it. */
export async function logIn(page: Page, { name, email, password }: Person): Promise<void> {
  await page.goto('/login');
  const form = page.getByRole('form', { name: 'Log in' });
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('link', { name: `Account of ${name.split(' ')[0]}` })).toBeVisible();
}

/** Fills in and submits the registration form. */
export async function register(page: Page, { name, email, password }: Person): Promise<void> {
  const form = page.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Create account' }).click();
  await expect(form).toBeHidden();
}

/** The link to the cart, whose name includes the number of items. */
export function cartLink(page: Page, count: number) {
  return page.getByRole('link', { name: `Cart, ${count} ${count === 1 ? 'item' : 'items'}` });
}

/** Adds the product on the page to the cart; returns the drawer that confirms it. */
export async function addToCart(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  const drawer = page.getByRole('dialog', { name: 'In your cart' });
  await expect(drawer).toBeVisible();
  return drawer;
}

/** Fills in a guest's first step of the checkout and continues to the second. */
export async function enterEmail(page: Page, email: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Your email' });
  await form.getByLabel('Email').fill(email);
  await form.getByRole('button', { name: 'Continue as guest' }).click();
}

/** Fills in the delivery address at checkout and continues to the payment. */
export async function enterAddress(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Delivery address' });
  await form.getByLabel('Full name').fill(address.fullName);
  await form.getByLabel('Street and number').fill(address.line1);
  await form.getByLabel('Postal code').fill(address.postalCode);
  await form.getByLabel('City').fill(address.city);
  await form.getByLabel('Country').selectOption(address.country);
  await form.getByRole('button', { name: 'Continue' }).click();
}

/** The simulated bank's cards. */
export const cards = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  slow: '4000 0000 0000 3055',
  silent: '4000 0000 0000 3220',
};

/** Fills in the card at checkout, continues to the review and pays. */
export async function payWith(page: Page, card: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Payment' });
  await form.getByLabel('Card number').fill(card);
  await form.getByLabel('Expires').fill('12 / 39');
  await form.getByLabel('Security code').fill('123');
  await form.getByRole('button', { name: 'Review order' }).click();
  await page.getByRole('button', { name: /^Pay €/ }).click();
}

/** Demands exactly these amounts of a summary, by their labels and in their order. */
export async function expectSums(summary: Locator, sums: Record<string, string>): Promise<void> {
  await expect(summary.getByRole('term')).toHaveText(Object.keys(sums));
  await expect(summary.getByRole('definition')).toHaveText(Object.values(sums));
}

/** Downloads what a link leads to; returns the name of the file. */
export async function download(page: Page, name: RegExp): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const file = await downloading;
  expect(await file.failure()).toBeNull();
  return file.suggestedFilename();
}
