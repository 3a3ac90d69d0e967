import type { OrderStatus } from '@lantern/api/order-status/order-status';
import { StatusLabel, type StatusTone } from '@lantern/ui/status-label';
import { t } from '@lingui/core/macro';
import { statusWords } from './status-words.ts';
import './order-status-label.css';

/** How each is shown. */
const statusTones: Record<OrderStatus, StatusTone> = {
  pending: 'waiting',
  paid: 'good',
  partially_shipped: 'moving',
  shipped: 'moving',
  delivered: 'good',
  cancelled: 'neutral',
  refunded: 'neutral',
  payment_failed: 'bad',
};

interface OrderStatusLabelProps {
  status: OrderStatus;
  /** Some of the money was refunded, and the order continues. */
  partlyRefunded?: boolean;
}

/** An order's status as a word and a colour. */
export function OrderStatusLabel({ status, partlyRefunded = false }: OrderStatusLabelProps) {
  const label = <StatusLabel tone={statusTones[status]}>{t(statusWords[status])}</StatusLabel>;
  if (!partlyRefunded) return label;
  return (
    <span className="order-status-label">
      {label}
      <StatusLabel tone="waiting">{t`Partly refunded`}</StatusLabel>
    </span>
  );
}
