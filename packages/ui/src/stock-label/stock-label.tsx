import { plural, t } from '@lingui/core/macro';
import { cx } from '../cx/cx.tsx';
import './stock-label.css';

interface StockLabelProps {
  /** Items left. */
  stock: number;
  /** The number is shown from this many on down. */
  fewLeft: number;
  /** What is left or sold out, if there are others: "Sand, 3 m". */
  variant?: string;
}

/** In stock, only a few left, or sold out. */
export function StockLabel({ stock, fewLeft, variant }: StockLabelProps) {
  const level = stock <= 0 ? 'out' : stock <= fewLeft ? 'low' : 'ok';
  return (
    <span className={cx('stock-label', `stock-label--${level}`)}>
      {level === 'ok' ? t`In stock` : level === 'out' ? soldOut(variant) : onlyLeft(stock, variant)}
    </span>
  );
}

const soldOut = (variant?: string) => (variant ? t`Sold out in ${variant}` : t`Sold out`);

function onlyLeft(stock: number, variant?: string): string {
  return variant ? plural(stock, { other: `Only # left in ${variant}` }) : plural(stock, { other: 'Only # left' });
}
