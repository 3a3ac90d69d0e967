import { createShopClient } from '@lantern/api';

/** The admin of the store under test. */
export const admin = { email: 'owner@example.com', password: 'a password for tests' };

/** Where the store under test is. */
export function storeUrl(): string {
  const url = process.env.STORE_URL;
  if (!url) throw new Error('STORE_URL is not set: the store is opened by store.setup.ts.');
  return url;
}

/** Somebody who shops by program: a cart, a cookie jar and a session apart from the browser's. */
export const openClient = () => createShopClient({ url: storeUrl() });
