import type { RouterOutputs } from '@lantern/api/types';
import { Fold } from '@lantern/ui/fold';
import { formatCents } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { arrivalText } from '../lib/delivery-dates.ts';
import { type DeliveryMethod, daysText } from '../lib/delivery-terms.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import { useToday } from '../lib/use-today.ts';
import { SizeFold } from './size-fold.tsx';
import { optionNames } from './variants.ts';

/** Facts about the product, the measures of its sizes, delivery and returns, each folded away. */
export default function Folds({ product }: { product: RouterOutputs['catalog']['bySlug'] }) {
  const { specification, variants } = product;
  const methods = useDeliveryMethods() ?? [];
  const today = useToday();
  const sizes = optionNames(variants).find((name) => /^(?:(?:shoe )?size|(?:schuh)?größe)$/i.test(name));
  return (
    <>
      {specification.length > 0 && (
        <Fold title={t`Specification`}>
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
      <Fold title={t`Delivery and returns`}>
        <ul className="product-folds__methods">
          {methods.map((method) => (
            <li key={method.code}>
              <b>
                <bdi>{method.name}</bdi>
              </b>
              {`: ${termsOf(method, today)}`}
            </li>
          ))}
        </ul>
        <p>
          {t`Anything unused may be returned within 30 days of its delivery, free of charge: ask for the return on the page of your order, and the money is refunded once it has arrived.`}
        </p>
      </Fold>
    </>
  );
}

/** "arrives Tue 1 – Thu 3 Dec, €4.90, free from €50.00". @param today null where only the browser knows it. */
function termsOf(method: DeliveryMethod, today: Date | null): string {
  const time = today ? t`arrives ${{ days: arrivalText(method, today) }}` : daysText(method);
  if (method.priceCents === 0) return t`${time}, free`;
  const price = formatCents(method.priceCents);
  if (method.freeFromCents === null) return `${time}, ${price}`;
  return t`${time}, ${price}, free from ${{ from: formatCents(method.freeFromCents) }}`;
}
