import { normalizeEmail } from '@lantern/text/email';
import { opaquePassword } from '@lantern/text/password';
import { z } from 'zod';
import { text, verbatim } from '../shared/schema.ts';

const MAX_PASSWORD = 128;

/** Normalized, so that one mailbox is one account, however its domain is spelled. */
export const email = text
  .overwrite((typed) => normalizeEmail(typed) ?? typed)
  .max(190, { error: 'This email is too long.', abort: true })
  .refine((typed) => normalizeEmail(typed) !== null, 'This does not look like an email address.');

/** As typed: an account may be older than the normalization of passwords. */
export const typedPassword = verbatim.refine(
  (typed) => [...opaquePassword(typed)].length <= MAX_PASSWORD,
  `Use at most ${MAX_PASSWORD} characters.`,
);

/** Length is what makes a password strong (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const password = verbatim
  .overwrite(opaquePassword)
  .min(8, 'Use at least 8 characters.')
  .max(MAX_PASSWORD, `Use at most ${MAX_PASSWORD} characters.`);

export const personName = text.min(1, 'Enter your name.').max(100, 'Use at most 100 characters.');

/** A guest's order that comes along, and the token that opens it. */
const claim = z.strictObject({ number: text.min(1).max(20), accessToken: verbatim.max(1000) });

export const registerInput = z.strictObject({ email, password, name: personName, claim: claim.optional() });
export type RegisterInput = Omit<z.infer<typeof registerInput>, 'claim'>;

export const loginInput = z.strictObject({
  email,
  password: typedPassword.min(1, 'Please enter your password.'),
});
export type LoginInput = z.infer<typeof loginInput>;

/** The secret of a mailed link; what it may look like is not told. */
const token = verbatim.min(1, 'The link is not complete.').max(200, 'This is not one of our links.');

export const requestResetInput = z.strictObject({ email });
export const resetPasswordInput = z.strictObject({ token, newPassword: password });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
export const verifyEmailInput = z.strictObject({ token });
