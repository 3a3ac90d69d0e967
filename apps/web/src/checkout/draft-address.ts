import { type Address, addressSchema } from '@lantern/api/account/schema';
import { parseJson } from '../lib/parse-json.ts';

const slotOf = (userId: number) => `checkout-address-${userId}`;

/** Keeps the entered address until the tab is closed, so that it survives a reload or a look at the cart. */
export function storeDraftAddress(userId: number, address: Address, storage: Storage = sessionStorage): void {
  storage.setItem(slotOf(userId), JSON.stringify(address));
}

/** The address this user has entered in this tab; null if there is none. */
export function draftAddress(userId: number, storage: Storage = sessionStorage): Address | null {
  const parsed = addressSchema.safeParse(parseJson(storage.getItem(slotOf(userId))));
  return parsed.success ? parsed.data : null;
}

/** Called when the order is placed. */
export function clearDraftAddress(userId: number, storage: Storage = sessionStorage): void {
  storage.removeItem(slotOf(userId));
}
