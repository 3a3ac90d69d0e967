import { formatCents } from '@lantern/text/euros';
import { Fold } from '@lantern/ui/fold';
import { lazy, Suspense } from 'react';
import { arrivalText } from '../lib/delivery-dates.ts';
import { daysText } from '../lib/delivery-terms.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import { optionNames } from './variants.ts';
import './product-folds.css';

/** Most products have none. */
const SizeFold = lazy(() => import('./size-fold.tsx'));

interface ProductFoldsProps {
  variants: { options: Record<string, string> }[];
  /** Null while not known. */
  today: Date | null;
}

/** What one may want to know before buying, folded away: sizes, delivery, returns. */
export function ProductFolds({ variants, today }: ProductFoldsProps) {
  const methods = useDeliveryMethods() ?? [];
  const sizes = optionNames(variants).find((name) => /^(shoe )?size$/i.test(name));
  return (
    <div className="product-folds">
      {sizes !== undefined && (
        <Suspense fallback={null}>
          <SizeFold values={variants.flatMap(({ options }) => options[sizes] ?? [])} />
        </Suspense>
      )}
      <Fold title="Delivery and returns">
        <ul className="product-folds__methods">
          {methods.map((method) => (
            <li key={method.code}>
              <b>
                <bdi>{method.name}</bdi>
              </b>
              {`: ${today ? `arrives ${arrivalText(method, today)}` : daysText(method)}, `}
              {method.priceCents === 0 ? 'free' : formatCents(method.priceCents)}
              {method.freeFromCents !== null &&
                method.priceCents > 0 &&
                `, free from ${formatCents(method.freeFromCents)}`}
            </li>
          ))}
        </ul>
        <p>
          Anything unused may be returned within 30 days of its delivery, free of charge: ask for the return on the page
          of your order, and the money is refunded once it has arrived.
        </p>
      </Fold>
    </div>
  );
}
