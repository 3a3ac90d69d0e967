import { z } from 'zod';
import { MAX_ORDER_CENTS } from '../../checkout/schema.ts';
import { orderStatuses } from '../../order-status/order-status.ts';
import { orderNumber } from '../../orders/schema.ts';
import { code, idempotencyKey, moment, multiline, pageInput, rowId, text, webAddress } from '../../shared/schema.ts';

const status = z.enum(orderStatuses);

/** The maximum lengths of a note for the customer and of an internal note, in characters. */
export const MAX_NOTE = 500;
export const MAX_INTERNAL_NOTE = 5000;

/** Shown to the customer, in the order's timeline. */
export const note = multiline
  .max(MAX_NOTE, `Use at most ${MAX_NOTE} characters.`)
  .optional()
  .transform((text) => text || null);

/** Each is read in the order of an index. */
export const orderSorts = ['newest', 'oldest', 'total_asc', 'total_desc'] as const;
export type OrderSort = (typeof orderSorts)[number];

export const adminOrderListInput = pageInput.extend({
  status: status.optional(),
  /** An order's number or its beginning from two characters on, the beginning of its customer's email, or any part of the name. */
  q: text.max(100, 'Please search with at most 100 characters.').optional(),
  /** When it was placed, ISO 8601; both bounds are inclusive. */
  from: moment.optional(),
  to: moment.optional(),
  /** `newest` if it is left out. */
  sort: z.enum(orderSorts).optional(),
});
export type AdminOrderListInput = z.output<typeof adminOrderListInput>;

export const adminOrderInput = z.object({ number: orderNumber });

export const setStatusInput = z.strictObject({
  number: orderNumber,
  status,
  /** The status the admin saw; if it has changed since, the transition is refused. */
  from: status.optional(),
  note,
  /** Whether the items are restocked; by default true when cancelling and false when refunding. */
  restock: z.boolean().optional(),
});
export type SetStatusInput = z.output<typeof setStatusInput>;

export const refundInput = z.strictObject({
  number: orderNumber,
  amountCents: z.number().int().min(1, 'Enter an amount above zero.').max(MAX_ORDER_CENTS),
  /** The items to restock. */
  restock: z
    .array(z.strictObject({ itemId: rowId, quantity: z.number().int().min(1).max(10_000) }))
    .max(200)
    .default([]),
  note,
  /** One key per intended refund. */
  idempotencyKey: idempotencyKey(64),
});
export type RefundInput = z.output<typeof refundInput>;

const orNull = (value: string | undefined) => value || null;

/** How a parcel travels. */
const tracking = {
  carrier: text.max(60, 'Use at most 60 characters.').optional().transform(orNull),
  trackingNumber: text.max(80, 'Use at most 80 characters.').optional().transform(orNull),
  trackingUrl: webAddress(500).or(z.literal('')).optional().transform(orNull),
};

export const toShipInput = pageInput;
export type ToShipInput = z.output<typeof toShipInput>;

export const fulfilInput = z.strictObject({
  number: orderNumber,
  /** What goes into the parcel; left out: all that is left. */
  items: z
    .array(z.strictObject({ sku: code.min(1).max(64), quantity: z.number().int().min(1).max(10_000) }))
    .min(1, 'Choose what goes into the parcel.')
    .max(200)
    .optional(),
  ...tracking,
});
export type FulfilInput = z.output<typeof fulfilInput>;

/** The most orders that are shipped in one step. */
export const MAX_FULFILLED = 100;

export const fulfilManyInput = z.strictObject({
  orders: z
    .array(z.strictObject({ number: orderNumber.regex(/^[A-Z0-9-]+$/i, 'This is no order number.'), ...tracking }))
    .min(1)
    .max(MAX_FULFILLED),
});
export type FulfilManyInput = z.output<typeof fulfilManyInput>;

const internalNote = multiline
  .max(MAX_INTERNAL_NOTE, `Use at most ${MAX_INTERNAL_NOTE.toLocaleString('en')} characters.`)
  .nullable()
  .transform((text) => text || null);

export const setNoteInput = z.strictObject({
  number: orderNumber,
  internalNote,
  /** The note the admin saw; if it has changed since, it is not overwritten. */
  before: internalNote.optional(),
});
export type SetNoteInput = z.output<typeof setNoteInput>;
