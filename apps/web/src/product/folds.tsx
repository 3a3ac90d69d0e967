import type { RouterOutputs } from '@lantern/api/types';
import { Fold } from '@lantern/ui/fold';
import { formatCents } from '@lantern/ui/format';
import { arrivalText } from '../lib/delivery-dates.ts';
import { daysText } from '../lib/delivery-terms.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import { useToday } from '../lib/use-today.ts';
import { SizeFold } from './size-fold.tsx';
import { optionNames } from './variants.ts';

/** Facts about the product, the measures of its sizes, delivery and returns, each folded away. */
export default function Folds({ product }: { product: RouterOutputs['catalog']['bySlug'] }) {
  const { specification, variants } = product;
  const methods = useDeliveryMethods() ?? [];
  const today = useToday();
  const sizes = optionNames(variants).find((name) => /^(shoe )?size$/i.test(name));
  return (
    <>
      {specification.length > 0 && (
        <Fold title="Specification">
          <table className="product-folds__table product-folds__table--facts">
            <tbody>
              {specification.map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td dir="auto">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Fold>
      )}
      {sizes !== undefined && <SizeFold values={variants.flatMap(({ options }) => options[sizes] ?? [])} />}
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
    </>
  );
}
