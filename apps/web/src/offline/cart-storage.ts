import type { RouterOutputs } from '@lantern/api/types';
import type { Cart } from '../cart/cart-items.ts';
import { parseJson } from '../lib/parse-json.ts';
import { KEPT_CART } from './forget.ts';

export interface KeptCart {
  /** Whose it is: an account's id, null for a guest. */
  account: number | null;
  /** When the store gave it, in milliseconds. */
  at: number;
  cart: Cart;
  /** What its page, which comes empty, shows in the header. */
  categories?: RouterOutputs['catalog']['categories'];
}

const MOST_MS = 14 * 24 * 60 * 60 * 1000;

// Browsers can forbid the storage: then nothing is kept.
export function readCart(): KeptCart | null {
  try {
    const kept = parseJson(localStorage.getItem(KEPT_CART));
    return isKeptCart(kept) && Date.now() - kept.at < MOST_MS ? kept : null;
  } catch {
    return null;
  }
}

export function writeCart(kept: KeptCart): void {
  try {
    localStorage.setItem(KEPT_CART, JSON.stringify(kept));
  } catch {}
}

/** Whether it is of this form; what is in the cart was in the form of the build that has kept it. */
function isKeptCart(kept: unknown): kept is KeptCart {
  return typeof kept === 'object' && kept !== null && 'account' in kept && 'at' in kept && 'cart' in kept;
}
