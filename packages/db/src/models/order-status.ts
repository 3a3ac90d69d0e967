/**
 * Every status of an order, in the order of its lifecycle. The column's type, the API's input, the transitions and the
 * pages are derived from this list; a test compares it with the database's CHECK constraint.
 */
export const orderStatuses = [
  'pending',
  'paid',
  'partially_shipped',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'payment_failed',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];
