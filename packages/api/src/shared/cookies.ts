/** The cookie that identifies a guest's cart. */
export const GUEST_COOKIE = 'cart';

/** The cookies of one request. Setting `null` deletes; without `maxAgeMs`, a cookie lasts until the browser closes. */
export interface Cookies {
  get(name: string): string | undefined;
  set(name: string, value: string | null, maxAgeMs?: number): void;
}
