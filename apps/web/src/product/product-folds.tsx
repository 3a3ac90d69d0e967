import type { RouterOutputs } from '@lantern/api/types';
import { lazy, memo, Suspense } from 'react';
// The server renders the folds, so their styles are there before their code.
import '@lantern/ui/fold.css';
import './product-folds.css';

/** Nobody needs their code at once: the browser opens them by itself. */
const Folds = lazy(() => import('./folds.tsx'));

/**
 * What one may want to know before buying, folded away. Memoized, since an update before their code is there would make
 * the browser render anew what the server has rendered.
 */
export const ProductFolds = memo(function ProductFolds({ product }: { product: RouterOutputs['catalog']['bySlug'] }) {
  return (
    <div className="product-folds">
      <Suspense fallback={null}>
        <Folds product={product} />
      </Suspense>
    </div>
  );
});
