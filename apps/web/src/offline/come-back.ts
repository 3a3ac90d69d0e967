/*
 * The script of the page that is shown instead of one that cannot be had: shows what this browser knows by itself, the
 * theme and how much is in the cart, and loads the wanted page as soon as it can.
 */
import { countItems } from '../cart/cart-items.ts';
import '../early/show-theme.ts';
import { readCart } from './cart-storage.ts';

const EVERY_MS = 5000;

const reload = () => location.reload();

window.addEventListener('online', reload);

document.addEventListener('DOMContentLoaded', () => {
  const count = countItems(readCart()?.cart);
  const badge = document.querySelector<HTMLElement>('[data-cart-count]');
  if (!badge || count === 0) return;
  badge.textContent = String(count);
  badge.hidden = false;
});

setInterval(async () => {
  if (document.visibilityState !== 'visible' || !navigator.onLine) return;
  // The page itself: a busy store is there, but has not got it yet.
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer && answer.status < 500) reload();
}, EVERY_MS);
