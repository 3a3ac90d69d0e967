import { t } from '@lingui/core/macro';
import { Children, type ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import { SkeletonBox, SkeletonText } from '../skeleton/skeleton.tsx';
import './product-grid.css';

interface ProductGridProps {
  /** ProductCards. */
  children: ReactNode;
  /** Three beside a column of filters instead of four. */
  narrow?: boolean;
}

/** A list of product cards: two a row on a phone, four on a desk. */
export function ProductGrid({ children, narrow = false }: ProductGridProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one.
    <ul role="list" className={cx('ui cards product-grid', narrow && 'product-grid--narrow')}>
      {Children.map(children, (card) => (
        <li className="product-grid__cell">{card}</li>
      ))}
    </ul>
  );
}

/** A placeholder for the grid, of the same size to avoid layout shift. */
export function ProductGridSkeleton({ count = 8, narrow = false }: { count?: number; narrow?: boolean }) {
  return (
    <div
      className={cx('product-grid', narrow && 'product-grid--narrow')}
      role="status"
      aria-label={t`Loading products`}
    >
      {Array.from({ length: count }, (_, cell) => cell).map((cell) => (
        <div key={cell} className="product-grid__cell product-grid__cell--empty">
          <SkeletonBox ratio="1" />
          <SkeletonText lines={2} />
        </div>
      ))}
    </div>
  );
}
