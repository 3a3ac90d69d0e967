import { z } from 'zod';
import { addressSchema, country } from '../account/schema.ts';
import { email } from '../auth/schema.ts';
import { idempotencyKey, rowId, text } from '../shared/schema.ts';

/** One key per intended checkout. */
const checkoutKey = idempotencyKey(100);

/** What the items of an order may be worth, in integer cents: with its delivery, as much as every database can keep. */
export const MAX_ORDER_CENTS = 2_000_000_000;

export const placeInput = z.strictObject({
  idempotencyKey: checkoutKey,
  /** The total the shopper saw and agreed to, integer cents. */
  expectedTotalCents: z.number().int().min(0).max(MAX_ORDER_CENTS, 'This is more than one order can be worth.'),
  /** The lines the shopper saw, if the client sends them: a different cart with the same total is refused as well. */
  expectedItems: z
    .array(z.strictObject({ variantId: rowId, quantity: z.number().int().min(1).max(1_000_000) }))
    .max(1000)
    .optional(),
  /** Asked of guests: mails about the order go there. Customers have that of their account. */
  email: email.optional(),
  shippingAddress: addressSchema,
  /** Whom the invoice is made out to, anywhere in the world; left out if that is the shipping address. */
  billingAddress: addressSchema.optional(),
  /** The code of one that `checkout.options` lists for the country; the cheapest if left out. */
  deliveryMethod: text.min(1).max(40).optional(),
  /** The provider's token; card numbers stay in the browser. Only left out if there is nothing to pay. */
  paymentMethod: text.min(1).max(100).optional(),
});
export type PlaceInput = z.output<typeof placeInput>;

/** Without a country, the methods for all countries. */
export const optionsInput = z.strictObject({ country: country.optional() }).optional();

/** What is asked of a guest first. */
export const contactInput = z.strictObject({ email });

export const progressInput = z.object({ idempotencyKey: checkoutKey });
