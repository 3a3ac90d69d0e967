/** Without a slash at its end. */
let base = '';

/**
 * From now on, this is where browsers load images from: the address of a CDN, or null for the store itself. To be called once by
 * what starts, before any address is written.
 */
export function setImageBase(url: string | null): void {
  base = url?.replace(/\/$/, '') ?? '';
}

/** The address of a stored image for browsers. What is stored names no host: a CDN may come and go. */
export function imageAddress(path: string): string {
  return /^\/media\//.test(path) ? base + path : path;
}
