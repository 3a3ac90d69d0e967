import { SECURE_PREFIX } from '../deployment.ts';

/** The cookies that a procedure may set or delete. Nothing else that the store answers sets any. */
export const cookiesSetBy: Record<string, readonly string[]> = {
  'account.changeEmail': ['device'],
  'account.changePassword': ['device'],
  'auth.login': ['cart', 'device', 'session'],
  'auth.logout': ['cart', 'session'],
  'auth.register': ['cart', 'device', 'session'],
  'auth.resetPassword': ['device'],
  'auth.verifyEmail': ['device'],
  'cart.add': ['cart'],
  'cart.applyCoupon': ['cart'],
  'cart.get': ['cart'],
  'cart.remove': ['cart'],
  'cart.removeCoupon': ['cart'],
  'cart.update': ['cart'],
  'checkout.options': ['cart'],
  'checkout.place': ['cart'],
  'checkout.progress': ['cart'],
};

/** The name in a line of `Set-Cookie`, without the prefix that it has over TLS. */
export function cookieName(line: string): string {
  const [name = ''] = line.split('=', 1);
  return name.startsWith(SECURE_PREFIX) ? name.slice(SECURE_PREFIX.length) : name;
}

/**
 * Says what is wrong with a line of `Set-Cookie` in the answer to a request for `path`; null if nothing is. No cookie is for
 * scripts, and over TLS each has the prefix, with which browsers want it Secure, for all paths and this host alone.
 */
export function wrongWithCookie(line: string, path: string): string | null {
  const name = cookieName(line);
  const allowed = proceduresOf(path).flatMap((procedure) => cookiesSetBy[procedure] ?? []);
  if (!allowed.includes(name)) return `${path} sets a cookie ${name}`;
  const [, ...attributes] = line.split(';').map((part) => part.trim().toLowerCase());
  const missing = ['path=/', 'httponly', 'samesite=lax'].find((wanted) => !attributes.includes(wanted));
  if (missing) return `${path} sets ${name} without ${missing}`;
  const isSecure = attributes.includes('secure');
  if (isSecure !== line.startsWith(SECURE_PREFIX))
    return `${path} sets ${name} with one of ${SECURE_PREFIX} and Secure`;
  if (attributes.some((attribute) => attribute.startsWith('domain'))) return `${path} sets ${name} for a domain`;
  return null;
}

/** The procedures that a path calls; none if it is not of the API. */
function proceduresOf(path: string): string[] {
  const [, called = ''] = /^(?:\/[a-z]{2})?\/trpc\/([^?]+)/.exec(path) ?? [];
  return decodeURIComponent(called.replace(/%(?![\da-f]{2})/gi, '%25').replace(/%[89a-f]./gi, '')).split(',');
}
