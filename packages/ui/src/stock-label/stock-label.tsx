import { plural, t } from '@lingui/core/macro';
import { cx } from '../cx/cx.tsx';
import './stock-label.css';

interface StockLabelProps {
  /** Items left. */
  stock: number;
  /** The number is shown from this many on down. */
  fewLeft: number;
  /** What the number is of: "in Sand, 3 m". */
  of?: string;
}

/** In stock, only a few left, or sold out. */
export function StockLabel({ stock, fewLeft, of }: StockLabelProps) {
  const level = stock <= 0 ? 'out' : stock <= fewLeft ? 'low' : 'ok';
  const words = { out: t`Sold out`, low: plural(stock, { other: 'Only # left' }), ok: t`In stock` }[level];
  return (
    <span className={cx('stock-label', `stock-label--${level}`)}>
      {words}
      {of && level !== 'ok' && ` ${of}`}
    </span>
  );
}
