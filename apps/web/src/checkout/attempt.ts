import { type PlaceInput, placeInput } from '@lantern/api/checkout/schema';
import { z } from 'zod';
import { newKey } from '../lib/new-key.ts';
import { parseJson } from '../lib/parse-json.ts';

/** Everything that an order is made of, but for its key. */
export type Wanted = Omit<PlaceInput, 'idempotencyKey'>;

const attemptSchema = z.object({ userId: z.number(), last4: z.string(), input: placeInput });

/**
 * One go at paying. Its key makes it one order, however often it is sent; so it is kept until its end
 * is known, over reloads and broken lines, and is sent again as it was.
 */
export type Attempt = z.output<typeof attemptSchema>;

export function newAttempt(userId: number, last4: string, wanted: Wanted): Attempt {
  return { userId, last4, input: { idempotencyKey: newKey(), ...wanted } };
}

/** True where `wanted` is the very order that `attempt` asks for. */
export function asksFor({ input }: Attempt, wanted: Wanted): boolean {
  return signature(input) === signature(wanted);
}

function signature({ expectedTotalCents, shippingAddress, paymentMethod }: Wanted): string {
  const address = Object.entries(shippingAddress).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([expectedTotalCents, address, paymentMethod]);
}

const SLOT = 'checkout-attempt';

/** Keeps the attempt for as long as the tab lives. */
export function keepAttempt(attempt: Attempt, storage: Storage = sessionStorage): void {
  storage.setItem(SLOT, JSON.stringify(attempt));
}

export function dropAttempt(storage: Storage = sessionStorage): void {
  storage.removeItem(SLOT);
}

/** The attempt of this user whose end was not seen; null when there is none. */
export function openAttempt(userId: number, storage: Storage = sessionStorage): Attempt | null {
  const parsed = attemptSchema.safeParse(parseJson(storage.getItem(SLOT)));
  return parsed.success && parsed.data.userId === userId ? parsed.data : null;
}
