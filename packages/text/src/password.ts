/**
 * A password as it is hashed: what keyboards send in two ways for one key is one (PRECIS OpaqueString, RFC 8265).
 * Case, width and everything else stay: nobody sees them, and they are part of the secret.
 */
export function opaquePassword(typed: string): string {
  return typed.replace(/\p{Zs}/gu, ' ').normalize('NFC');
}

/** In what forms a password may have been hashed before there was one form, today's first. */
export function passwordForms(typed: string): string[] {
  return [...new Set([opaquePassword(typed), typed, typed.normalize('NFC'), typed.normalize('NFD')])];
}
