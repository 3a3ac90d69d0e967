import { z } from 'zod';
import { text, verbatim } from '../shared/schema.ts';

export const email = text
  .toLowerCase()
  .max(190, 'This email is too long.')
  .pipe(z.email('This does not look like an email address.'));

/** Length is what makes a password strong (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const password = verbatim.min(8, 'Use at least 8 characters.').max(128, 'Use at most 128 characters.');

export const personName = text.min(1, 'Please tell us your name.').max(100, 'Use at most 100 characters.');

export const registerInput = z.strictObject({ email, password, name: personName });
export type RegisterInput = z.infer<typeof registerInput>;

export const loginInput = z.strictObject({
  email,
  password: verbatim.min(1, 'Please enter your password.').max(128, 'Use at most 128 characters.'),
});
export type LoginInput = z.infer<typeof loginInput>;
