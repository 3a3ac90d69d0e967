import type { ReactNode } from 'react';
import { formatCents } from './format.tsx';
import { Plinth } from './plinth.tsx';
import './order-summary.css';

export interface SummaryLine {
  key: string | number;
  name: string;
  /** Options and quantity, as words. */
  detail: string;
  imageUrl: string | null;
  tint?: number;
  lineTotalCents: number;
}

interface OrderSummaryProps {
  title: string;
  lines?: SummaryLine[];
  subtotalCents: number;
  shippingCents: number;
  taxCents: number;
  totalCents: number;
  children?: ReactNode;
}

/** What it costs, line by line down to the total. */
export function OrderSummary({
  title,
  lines = [],
  subtotalCents,
  shippingCents,
  taxCents,
  totalCents,
  children,
}: OrderSummaryProps) {
  return (
    <aside className="order-summary" aria-label={title}>
      <h2>{title}</h2>
      {lines.map((line) => (
        <div key={line.key} className="order-summary__line">
          <Plinth src={line.imageUrl} alt="" tint={line.tint ?? 2} />
          <div>
            {line.name}
            <small>{line.detail}</small>
          </div>
          <span className="num">{formatCents(line.lineTotalCents)}</span>
        </div>
      ))}
      <dl>
        <dt>Subtotal</dt>
        <dd>{formatCents(subtotalCents)}</dd>
        <dt>Delivery</dt>
        <dd>{shippingCents === 0 ? 'Free' : formatCents(shippingCents)}</dd>
        <dt className="order-summary__total">Total</dt>
        <dd className="order-summary__total">{formatCents(totalCents)}</dd>
      </dl>
      <small className="muted num">includes {formatCents(taxCents)} tax</small>
      {children}
    </aside>
  );
}
