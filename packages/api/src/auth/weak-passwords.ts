import { dictionary } from '@zxcvbn-ts/language-common';
import { ShopError } from '../shared/shop-error.ts';
import { leakedPasswords } from './leaked-passwords.ts';
import { spellingsOf, undisguised } from './spellings.ts';

/** Common in leaked databases, so guessed first. */
const common = new Set([...dictionary['passwords-common'], ...leakedPasswords]);

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
  const forms = undisguised(password);
  if ([lower, ...forms].some((form) => common.has(form) || isPattern(form))) {
    throw weak(field, 'This password is too easy to guess. Please choose another one.');
  }
  if (isOwn(forms, owner)) {
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
function isOwn(forms: string[], owner: PasswordOwner): boolean {
  const words = ownWords(owner);
  return forms.some((form) => {
    const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), form);
    return left !== form && left.replace(/[^\p{L}]/gu, '').length < 4;
  });
}

/** In all their spellings, the longest first. Two letters are a word only where they are not Latin. */
function ownWords({ email, name }: PasswordOwner): string[] {
  const separator = /[^\p{L}\p{M}\p{N}]+/u;
  const words = [email, name, 'lantern'].flatMap((text) => [...text.split(separator), text.split(separator).join('')]);
  return [...new Set(words.flatMap(spellingsOf))]
    .filter((word) => word.length >= (/^[\p{ASCII}]*$/u.test(word) ? 3 : 2))
    .sort((a, b) => b.length - a.length);
}

function weak(field: string, message: string): ShopError {
  return new ShopError('BAD_REQUEST', message, { reason: 'weak_password', fieldErrors: { [field]: [message] } });
}
