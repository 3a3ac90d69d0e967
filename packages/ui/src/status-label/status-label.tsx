import { Label } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import { type OrderStatus, statusWords } from '../status-words/status-words.tsx';
import '../theme/fomantic/label.css';
import './status-label.css';

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
