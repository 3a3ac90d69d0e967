import { z } from 'zod';
import { country } from '../../account/schema.ts';
import { MAX_PRICE_CENTS } from '../../catalog/limits.ts';
import { slug, text } from '../../shared/schema.ts';

const MAX_DAYS = 90;

const days = z
  .number('Please enter a number of days.')
  .int('Whole days only.')
  .min(0, 'At least 0 days.')
  .max(MAX_DAYS, `At most ${MAX_DAYS} days.`);

const cents = (what: string) =>
  z
    .number(`Please enter ${what}.`)
    .int('Whole cents only.')
    .min(0, 'This cannot be negative.')
    .max(MAX_PRICE_CENTS, 'This is too high.');

/** The codes once each, in alphabetical order, so that equal lists are equal in the log. */
const countries = z
  .array(country)
  .min(1, 'Please choose at least one country.')
  .transform((codes) => [...new Set(codes)].sort());

/** The fields of a delivery method that an admin edits. */
export const deliveryShape = {
  name: text.min(1, 'Please enter a name.').max(60, 'Use at most 60 characters.'),
  description: text.max(200, 'Use at most 200 characters.'),
  priceCents: cents('a price'),
  /** The subtotal from which it costs nothing; null if it never does. */
  freeFromCents: cents('an amount').nullable(),
  minDays: days,
  maxDays: days,
  /** Null for everywhere. */
  countries: countries.nullable(),
  active: z.boolean(),
};

/**
 * Changes the method with this code, or adds one. With the `version` that a form has shown, a change in between is
 * refused; with 0, a method that has this code already.
 */
export const saveDeliveryInput = z
  .strictObject({
    code: slug(40).min(1, 'Please enter a code.'),
    ...deliveryShape,
    description: deliveryShape.description.default(''),
    freeFromCents: deliveryShape.freeFromCents.default(null),
    countries: deliveryShape.countries.default(null),
    version: z.number().int().min(0).optional(),
  })
  .refine(({ minDays, maxDays }) => minDays <= maxDays, {
    path: ['maxDays'],
    message: 'This is before the first day.',
    when: ({ value }) => z.object({ minDays: days, maxDays: days }).safeParse(value).success,
  });
export type SaveDelivery = z.output<typeof saveDeliveryInput>;
