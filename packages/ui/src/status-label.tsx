import './status-label.css';

const words = {
  pending: 'Waiting for payment',
  paid: 'Paid',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  payment_failed: 'Payment failed',
} as const;

export type Status = keyof typeof words;

/** An order's status in words for people. */
export function statusText(status: Status): string {
  return words[status];
}

/** An order's status, coloured by what it means for the shopper. */
export function StatusLabel({ status }: { status: Status }) {
  return <span className={`status-label status-label--${status}`}>{words[status]}</span>;
}
