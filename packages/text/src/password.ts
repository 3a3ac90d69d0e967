/**
 * Normalises a password for hashing, so that different keyboards produce the same text (PRECIS OpaqueString, RFC 8265).
 * Keeps case, width and everything else, which are part of the secret.
 */
export function opaquePassword(typed: string): string {
  return typed.replace(/\p{Zs}/gu, ' ').normalize('NFC');
}

/** The forms in which a password may have been hashed, the current one first: older hashes were not normalised. */
export function passwordForms(typed: string): string[] {
  return [...new Set([opaquePassword(typed), typed, typed.normalize('NFC'), typed.normalize('NFD')])];
}
