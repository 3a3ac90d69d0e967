import type { RouterOutputs } from '@lantern/api/types';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Cart } from '../cart/cart-items.ts';
import { parseJson } from '../lib/parse-json.ts';
import { tabAccount } from '../lib/tab-account.ts';
import { trpcOptions } from '../lib/trpc.ts';
import { KEPT_CART } from './forget.ts';

interface KeptCart {
  /** Whose it is: an account's id, null for a guest. */
  account: number | null;
  /** When the store gave it, in milliseconds. */
  at: number;
  cart: Cart;
  /** What its page, which comes empty, shows in the header. */
  categories?: RouterOutputs['catalog']['categories'];
}

const MOST_MS = 14 * 24 * 60 * 60 * 1000;

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
    const categories = client.getQueryData(categoriesKey) ?? read()?.categories;
    // As long as it is not known whose it is, nobody has changed it either.
    if (cart && at !== undefined && account !== undefined) write({ account, at, cart, categories });
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryHash === hash) keep();
  });
  keep();
}

/** Shows the cart that was kept, as it was, until the store says what it holds. */
export function showKeptCart(client: QueryClient): void {
  const key = trpcOptions.cart.get.queryKey();
  const kept = read();
  const account = tabAccount();
  if (!kept || client.getQueryData(key) || (account !== undefined && account !== kept.account)) return;
  const asOf = { updatedAt: kept.at };
  client.setQueryData(key, kept.cart, asOf);
  client.setQueryData(trpcOptions.catalog.categories.queryKey(), (known) => known ?? kept.categories, asOf);
}

// Browsers can forbid the storage: then nothing is kept.
function read(): KeptCart | null {
  try {
    const kept = parseJson(localStorage.getItem(KEPT_CART));
    return isKeptCart(kept) && Date.now() - kept.at < MOST_MS ? kept : null;
  } catch {
    return null;
  }
}

function write(kept: KeptCart): void {
  try {
    localStorage.setItem(KEPT_CART, JSON.stringify(kept));
  } catch {}
}

/** Whether it is of this form; what is in the cart was in the form of the build that has kept it. */
function isKeptCart(kept: unknown): kept is KeptCart {
  return typeof kept === 'object' && kept !== null && 'account' in kept && 'at' in kept && 'cart' in kept;
}
