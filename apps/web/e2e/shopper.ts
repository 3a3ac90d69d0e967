import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { openClient } from './store.ts';

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Somebody who has never been here. */
export function stranger(name = 'Ada Lovelace'): Person {
  return { name, email: `${randomUUID()}@example.com`, password: 'correct horse battery' };
}

export const address = {
  fullName: 'Ada Lovelace',
  line1: "12 St James's Square",
  city: 'London',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
};

/** Somebody with an account, and a client that is logged in to it. */
export async function customer(name?: string) {
  const person = stranger(name);
  const client = openClient();
  await client.auth.register.mutate(person);
  return { ...person, client };
}
type Client = Awaited<ReturnType<typeof customer>>['client'];

/** The id of a product's variant, by its SKU or the first one. */
export async function variantOf(slug: string, sku?: string): Promise<number> {
  const { variants } = await openClient().catalog.bySlug.query({ slug });
  const variant = sku ? variants.find((one) => one.sku === sku) : variants[0];
  if (!variant) throw new Error(`${slug} has no variant ${sku}.`);
  return variant.id;
}

/** Pays for what is in the client's cart, without any page; answers the order's number. */
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

/** Logs in on the page and waits until the shop knows. */
export async function logIn(page: Page, { name, email, password }: Person): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('link', { name: `Account of ${name.split(' ')[0]}` })).toBeVisible();
}

/** The link to the cart, which says how many things are in it. */
export function cartLink(page: Page, count: number) {
  return page.getByRole('link', { name: `Cart, ${count} ${count === 1 ? 'item' : 'items'}` });
}

/** Puts one of what the page shows into the cart, and closes the drawer that answers. */
export async function addToCart(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  const drawer = page.getByRole('dialog', { name: 'In your cart' });
  await expect(drawer).toBeVisible();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();
}
