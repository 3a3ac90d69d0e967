import { isolated } from '@lantern/text/isolated';
import { t } from '@lingui/core/macro';
import type { Head } from './head.ts';
import { titled } from './store.ts';

/** A page for the one who opens it: the cart, the checkout, an account, an order, logging in, an error. */
export function plainHead(title: string): Head {
  return { title: titled(title), isIndexed: false };
}

/** Search results, of which there are as many as words to type: what they show is found through the lists. */
export function searchHead(q: string): Head {
  const words = isolated(q);
  return plainHead(q ? t`Results for “${words}”` : t`Search`);
}
