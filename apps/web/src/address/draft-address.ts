import { type Address, addressSchema } from '@lantern/api/account/schema';
import { parseJson } from '../lib/parse-json.ts';

/** Null for a guest. */
type UserId = number | null;

const slotOf = (userId: UserId) => `checkout-address-${userId ?? 'guest'}`;

/** Keeps the entered address until the tab is closed, so that it survives a reload or a look at the cart. */
export function storeDraftAddress(userId: UserId, address: Address, storage: Storage = sessionStorage): void {
  storage.setItem(slotOf(userId), JSON.stringify(address));
}

/** The address this user, or this guest, has entered in this tab; null if there is none. */
export function draftAddress(userId: UserId, storage: Storage = sessionStorage): Address | null {
  const parsed = addressSchema.safeParse(parseJson(storage.getItem(slotOf(userId))));
  return parsed.success ? parsed.data : null;
}

/** Called when the order is placed. */
export function clearDraftAddress(userId: UserId, storage: Storage = sessionStorage): void {
  storage.removeItem(slotOf(userId));
}
