import { timedFetch } from './slow-requests.ts';

const CART = /\/trpc\/cart\./;
/** As long as it usually takes, and longer. Another tab's request that hangs must not hold up this one. */
const WAIT_MS = 5000;

/**
 * `timedFetch`, but tabs change the cart one after the other. A guest's first change begins a cart, whose cookie comes with the
 * answer: two at the same time would begin two carts, of which one was lost.
 */
export async function cartInTurn(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  let hasBegun = false;
  const send = () => {
    hasBegun = true;
    return timedFetch(url, init);
  };
  // Without HTTPS there are no locks.
  if (init.method !== 'POST' || !CART.test(String(url)) || !('locks' in navigator)) return send();
  try {
    return await navigator.locks.request('cart', { signal: AbortSignal.timeout(WAIT_MS) }, send);
  } catch (error) {
    if (hasBegun) throw error;
    return send();
  }
}
