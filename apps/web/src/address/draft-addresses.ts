import { addressSchema } from '@lantern/api/account/schema';
import { z } from 'zod';
import { parseJson } from '../lib/parse-json.ts';

/** Null for a guest. */
type UserId = number | null;

const typedText = z.string().nullish();
const required = typedText.transform((text) => text ?? '');
const optional = typedText.transform((text) => text || null);
/** What a form has of an address, valid or not. */
export const typedAddressSchema = z.object({
  ...{ fullName: required, line1: required, city: required, postalCode: required, country: required },
  ...{ line2: optional, region: optional, phone: optional },
});

const addressesSchema = z.object({
  address: addressSchema,
  /** Null if it is the delivery address. */
  billingAddress: addressSchema.nullable(),
  /** What the form has of a billing address while the order is billed to the delivery address. */
  hiddenBilling: typedAddressSchema.nullable().default(null),
});
export type DraftAddresses = z.output<typeof addressesSchema>;

const slotOf = (userId: UserId) => `checkout-addresses-${userId ?? 'guest'}`;

/** Keeps the entered addresses until the tab is closed, so that they survive a reload or a look at the cart. */
export function storeDraftAddresses(
  userId: UserId,
  addresses: DraftAddresses,
  storage: Storage = sessionStorage,
): void {
  storage.setItem(slotOf(userId), JSON.stringify(addresses));
}

/** The addresses this user, or this guest, has entered in this tab; null if there are none. */
export function draftAddresses(userId: UserId, storage: Storage = sessionStorage): DraftAddresses | null {
  const parsed = addressesSchema.safeParse(parseJson(storage.getItem(slotOf(userId))));
  return parsed.success ? parsed.data : null;
}

/** Called when the order is placed. */
export function clearDraftAddresses(userId: UserId, storage: Storage = sessionStorage): void {
  storage.removeItem(slotOf(userId));
}
