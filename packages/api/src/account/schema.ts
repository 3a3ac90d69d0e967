import { z } from 'zod';
import { password, personName } from '../auth/schema.ts';

const required = (what: string, max: number) =>
  z.string().trim().min(1, `Please enter ${what}.`).max(max, `Use at most ${max} characters.`);

/** An empty box on a form is no value. */
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .nullish()
    .transform((text) => text || null);

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** ISO 3166-1 alpha-2, as far as the runtime knows a country by that code. */
const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'Please choose a country.')
  .refine((code) => regionNames.of(code) !== undefined, 'This country is not known.');

export const addressSchema = z.strictObject({
  fullName: required('a name', 100),
  line1: required('street and number', 120),
  line2: optional(120),
  city: required('a city', 80),
  region: optional(80),
  postalCode: required('a postal code', 20),
  country,
  phone: optional(30),
});
export type Address = z.output<typeof addressSchema>;
/** As a form holds it before it is checked. */
export type AddressInput = z.input<typeof addressSchema>;

export const profileInput = z.strictObject({ name: personName });
export const changePasswordInput = z.strictObject({
  currentPassword: z.string().min(1, 'Please enter your current password.').max(128, 'Use at most 128 characters.'),
  newPassword: password,
});
