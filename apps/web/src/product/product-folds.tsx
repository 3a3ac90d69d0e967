import { formatCents } from '@lantern/text/euros';
import { Fold } from '@lantern/ui/fold';
import { arrivalText } from '../lib/delivery-dates.ts';
import { daysText } from '../lib/delivery-terms.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import type { SizeGuide } from './size-guide.ts';
import './product-folds.css';

/** What one may want to know before buying, folded away: sizes, delivery, returns. `today` is null while not known. */
export function ProductFolds({ sizes, today }: { sizes: SizeGuide | null; today: Date | null }) {
  const methods = useDeliveryMethods() ?? [];
  return (
    <div className="product-folds">
      {sizes && (
        <Fold title="Size guide">
          <SizeTable {...sizes} />
        </Fold>
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

function SizeTable({ head, rows }: SizeGuide) {
  return (
    <table className="product-folds__sizes num">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([size, ...measures]) => (
          <tr key={size}>
            <th scope="row">{size}</th>
            {measures.map((measure, column) => (
              <td key={head[column + 1]}>{measure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
