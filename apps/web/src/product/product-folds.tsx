import type { RouterOutputs } from '@lantern/api/types';
import { lazy, memo } from 'react';
// The server renders the folds, so their styles are there before their code.
import '@lantern/ui/fold.css';
import { LatePart } from '../lib/late-part.tsx';
import './product-folds.css';

/** Nobody needs their code at once: the browser opens them by itself. */
const Folds = lazy(() => import('./folds.tsx'));

/**
 * What one may want to know before buying, folded away. Memoized: most of what changes around them does not concern them.
 */
export const ProductFolds = memo(function ProductFolds({ product }: { product: RouterOutputs['catalog']['bySlug'] }) {
  return (
    <div className="product-folds">
      <LatePart>
        <Folds product={product} />
      </LatePart>
    </div>
  );
});
