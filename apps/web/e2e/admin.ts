import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { enterAs } from './shopper.ts';
import { admin, openClient } from './store.ts';

/** A client logged in as the store's admin. */
export async function adminClient() {
  const client = openClient();
  await client.auth.login.mutate(admin);
  return client;
}

/** Logs the page's browser in as admin without using the login page. */
export const enterAsAdmin = (page: Page) => enterAs(page, admin);

type AdminClient = Awaited<ReturnType<typeof adminClient>>;

/** Creates a coupon that takes `percent` off, for whoever has its code, which is returned. */
export async function newCoupon(client: AdminClient, percent: number): Promise<string> {
  const code = `SAVE-${randomUUID().slice(0, 6).toUpperCase()}`;
  await client.admin.promotions.create.mutate({ code, kind: 'percent', value: percent, active: true });
  return code;
}

/** Creates a category below the kitchen that no other test touches, and returns its slug. */
export async function newCategory(client: AdminClient, name: string): Promise<string> {
  const slug = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  await client.admin.categories.create.mutate({ name, slug, parentSlug: 'kitchen' });
  return slug;
}

/** Creates a product that no other test touches: by default, twelve in stock, €42.00 each. */
export async function newProduct(
  client: AdminClient,
  name: string,
  category = 'kitchen',
  { priceCents = 4200, stock = 12 } = {},
) {
  const sku = randomUUID().slice(0, 8).toUpperCase();
  return client.admin.products.create.mutate({
    name,
    slug: `${name.toLowerCase().replaceAll(' ', '-')}-${sku.toLowerCase()}`,
    description: 'For tests.',
    status: 'active',
    categorySlugs: [category],
    variants: [{ sku, priceCents, stock }],
  });
}
