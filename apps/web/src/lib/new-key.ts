/**
 * A random key of 128 bits, in hex. `crypto.randomUUID` needs a secure context, and a store on a home network has no
 * TLS.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
