import { dictionary } from '@zxcvbn-ts/language-common';
import { ShopError } from '../shared/shop-error.ts';

/** Common in leaked databases, so guessed first. */
const common = new Set(dictionary['passwords-common']);

/** Personal data that guesses use. */
export interface PasswordOwner {
  email: string;
  name: string;
}

/**
 * Refuses an easily guessed password (OWASP ASVS 6.2.4): a common one, a simple pattern, or one made of its
 * owner's name or email. `field` is the form field for the error.
 * @throws {ShopError} BAD_REQUEST `weak_password`.
 */
export function refuseWeakPassword(password: string, owner: PasswordOwner, field: string): void {
  const lower = password.toLowerCase();
  if (common.has(lower) || isPattern(lower)) {
    throw weak(field, 'This password is too easy to guess. Please choose another one.');
  }
  if (isOwn(lower, owner)) {
    throw weak(field, 'This password is based on your name, your email or our name. Please choose another one.');
  }
}

function isPattern(lower: string): boolean {
  const letters = [...lower];
  if (new Set(letters).size <= 2 || /^(.{1,4})\1+$/u.test(lower)) return true;
  const steps = letters
    .slice(1)
    .map((letter, index) => (letter.codePointAt(0) ?? 0) - (letters[index]?.codePointAt(0) ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** True if fewer than four letters are left after removing the owner's name and email and the store's name. */
function isOwn(lower: string, { email, name }: PasswordOwner): boolean {
  const known = [email, name, 'lantern'].flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const words = known.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), lower);
  return left !== lower && left.replace(/[^\p{L}]/gu, '').length < 4;
}

function weak(field: string, message: string): ShopError {
  return new ShopError('BAD_REQUEST', message, { reason: 'weak_password', fieldErrors: { [field]: [message] } });
}
