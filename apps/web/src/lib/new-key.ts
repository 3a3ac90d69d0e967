/** A key nobody else has. `crypto.randomUUID` is there on pages over TLS only, and at home there is none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
