/** Leads a guest's browser back to their cart. */
export const GUEST_COOKIE = 'cart';

/** The cookies of one request; setting `null` deletes. `maxAgeMs` left out: until the browser closes. */
export interface Cookies {
  get(name: string): string | undefined;
  set(name: string, value: string | null, maxAgeMs?: number): void;
}
