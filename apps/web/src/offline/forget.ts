import { FORGET } from './messages.ts';

/** Where the cart is kept. Another name for another form of it: an earlier one is then not read. */
export const KEPT_CART = 'kept-cart-1';

/** For whoever uses the browser next: forgets the cart and the pages that could be read without a connection. */
export function forgetKept(): void {
  try {
    localStorage.removeItem(KEPT_CART);
  } catch {}
  navigator.serviceWorker?.controller?.postMessage(FORGET);
}
