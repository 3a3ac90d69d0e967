import { contactInput } from '@lantern/api/checkout/schema';

const SLOT = 'checkout-email';

/** Keeps the email that a guest has entered until the tab is closed, so that it survives a reload. */
export function storeDraftEmail(email: string, storage: Storage = sessionStorage): void {
  storage.setItem(SLOT, email);
}

/** Null if there is none. */
export function draftEmail(storage: Storage = sessionStorage): string | null {
  const parsed = contactInput.safeParse({ email: storage.getItem(SLOT) });
  return parsed.success ? parsed.data.email : null;
}

/** Called when the order is placed. */
export function clearDraftEmail(storage: Storage = sessionStorage): void {
  storage.removeItem(SLOT);
}
