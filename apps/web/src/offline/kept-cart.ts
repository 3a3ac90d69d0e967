import { hashKey, type QueryClient } from '@tanstack/react-query';
import { tabAccount } from '../lib/tab-account.ts';
import { trpcOptions } from '../lib/trpc.ts';
import { readCart, writeCart } from './cart-storage.ts';

/** Keeps the latest cart in this browser, as often as the store gives it. */
export function keepCart(client: QueryClient): void {
  const key = trpcOptions.cart.get.queryKey();
  const categoriesKey = trpcOptions.catalog.categories.queryKey();
  const hash = hashKey(key);
  const keep = () => {
    const cart = client.getQueryData(key);
    const at = client.getQueryState(key)?.dataUpdatedAt;
    const account = tabAccount();
    // The checkout has no header that asks for them.
    const categories = client.getQueryData(categoriesKey) ?? readCart()?.categories;
    // As long as it is not known whose it is, nobody has changed it either.
    if (cart && at !== undefined && account !== undefined) writeCart({ account, at, cart, categories });
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryHash === hash) keep();
  });
  keep();
}

/** Shows the cart that was kept, as it was, until the store says what it holds. */
export function showKeptCart(client: QueryClient): void {
  const key = trpcOptions.cart.get.queryKey();
  const kept = readCart();
  const account = tabAccount();
  if (!kept || client.getQueryData(key) || (account !== undefined && account !== kept.account)) return;
  const asOf = { updatedAt: kept.at };
  client.setQueryData(key, kept.cart, asOf);
  client.setQueryData(trpcOptions.catalog.categories.queryKey(), (known) => known ?? kept.categories, asOf);
}
