/**
 * Every status an order can have, in the order of its life. The one list: the column's type, the API's input,
 * the transitions and the pages are derived from it; a test compares the database's CHECK.
 */
export const orderStatuses = [
  'pending',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'payment_failed',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];
