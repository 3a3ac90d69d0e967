import { Label } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import '../theme/fomantic/label.css';
import './status-label.css';

/** Everything an order can be. */
export type OrderStatus = 'pending' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded' | 'payment_failed';

/** The states of an order in the shopper's words. */
export const statusWords: Record<OrderStatus, string> = {
  pending: 'Waiting for payment',
  paid: 'Paid',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  payment_failed: 'Payment failed',
};

interface StatusLabelProps {
  status: OrderStatus;
  /** Some of the money has gone back, and the order goes on. */
  partlyRefunded?: boolean;
}

/** How an order stands, in a word and a colour. */
export function StatusLabel({ status, partlyRefunded = false }: StatusLabelProps) {
  const label = <Label className={cx('status-label', `status-label--${status}`)}>{statusWords[status]}</Label>;
  if (!partlyRefunded) return label;
  return (
    <span className="status-label-pair">
      {label}
      <Label className="status-label status-label--partly-refunded">Partly refunded</Label>
    </span>
  );
}
