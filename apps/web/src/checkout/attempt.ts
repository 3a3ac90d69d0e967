import { type PlaceInput, placeInput } from '@lantern/api/checkout/schema';
import { dequal } from 'dequal/lite';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import { parseJson } from '../lib/parse-json.ts';
import { pick } from '../lib/pick.ts';

/** Everything an order is made of except its key. */
export type Wanted = Omit<PlaceInput, 'idempotencyKey'>;

const attemptSchema = z.object({ userId: z.number().nullable(), last4: z.string(), input: placeInput });

/**
 * One attempt to pay. Its key makes it one order, however often it is sent; so it is kept, across reloads and
 * disconnects, until its outcome is known, and is sent again unchanged.
 */
export type Attempt = z.output<typeof attemptSchema>;

export function newAttempt(userId: number | null, last4: string, wanted: Wanted): Attempt {
  return { userId, last4, input: { idempotencyKey: nanoid(), ...wanted } };
}

/** Whether `wanted` is exactly the order that `attempt` is for. */
export function asksFor({ input }: Attempt, wanted: Wanted): boolean {
  return dequal(pick(input, orderFields), pick(wanted, orderFields));
}

const orderFields = [
  'expectedTotalCents',
  'email',
  'shippingAddress',
  'billingAddress',
  'deliveryMethod',
  'paymentMethod',
] as const;

const SLOT = 'checkout-attempt';

/** Keeps the attempt until the tab is closed. */
export function keepAttempt(attempt: Attempt, storage: Storage = sessionStorage): void {
  storage.setItem(SLOT, JSON.stringify(attempt));
}

export function dropAttempt(storage: Storage = sessionStorage): void {
  storage.removeItem(SLOT);
}

/** The attempt of this user, or of a guest, whose outcome is unknown; null if there is none. */
export function openAttempt(userId: number | null, storage: Storage = sessionStorage): Attempt | null {
  const parsed = attemptSchema.safeParse(parseJson(storage.getItem(SLOT)));
  return parsed.success && parsed.data.userId === userId ? parsed.data : null;
}
