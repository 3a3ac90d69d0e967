import { Trans } from '@lingui/react/macro';
import { cx } from '../cx/cx.tsx';
import { formatCents } from '../format/format.tsx';
import './price.css';

interface PriceProps {
  /** Integer cents, tax included. */
  cents: number;
  /** Other variants cost more: "from €12.00". */
  from?: boolean;
  size?: 'inherit' | 'large';
  className?: string;
}

/** An amount of money, in tabular figures, so that columns line up. */
export function Price({ cents, from = false, size = 'inherit', className }: PriceProps) {
  return (
    <span className={cx('price', size === 'large' && 'price--large', className)}>
      {from ? (
        <Trans>
          <span className="price__from">from </span>
          {{ amount: formatCents(cents) }}
        </Trans>
      ) : (
        formatCents(cents)
      )}
    </span>
  );
}
