/* Which addresses the service worker knows, by their paths, of which the first part may be a language. */

/** Files, calls, what only programs read, and the admin area. */
const NOT_PAGES =
  /^(?:\/[a-z]{2,3})?\/(?:admin|assets|media|trpc|invoices|feeds|metrics|healthz|readyz)(?:\/|$)|\.\w+$/;

/** Pages that are the same for everyone, and the cart, whose page is empty until the browser fills it. */
const READABLE = /^(?:\/[a-z]{2,3})?(?:\/?$|\/(?:(?:all|search|cart)$|(?:c|p|pages)\/))/;

/** Whether the shop has pages at such paths. */
export function isPage(path: string): boolean {
  return !NOT_PAGES.test(path);
}

/** Whether the page at a path may be kept, to be read without a connection. */
export function isReadable(path: string): boolean {
  return READABLE.test(path) && isPage(path);
}

/** Whether a call reads nothing but the catalogue; suggestions are of no use later. */
export function isCatalogRead(path: string): boolean {
  const [, names] = /^(?:\/[a-z]{2,3})?\/trpc\/([\w.,]+)$/.exec(path) ?? [];
  return names?.split(',').every((name) => /^catalog\.(?!suggest)/.test(name)) ?? false;
}
