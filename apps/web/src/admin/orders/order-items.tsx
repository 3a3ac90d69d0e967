import { LineItemList, LineItemRow } from '@lantern/ui/line-item-row';
import { discountText } from '@lantern/ui/sums';
import { plural } from '@lingui/core/macro';
import { optionsText, productPath } from '../../lib/paths.ts';
import { itemsText } from '../../orders/order-words.ts';
import type { AdminOrder } from './use-admin-order.ts';

/** Order items have no category, so their images use the neutral accent. */
const PLAIN_ACCENT = 8;

/** The items as they were named and priced when ordered, and how many were restocked. */
export function OrderItems({ items, couponCode }: Pick<AdminOrder, 'items' | 'couponCode'>) {
  return (
    <LineItemList>
      {items.map((item) => (
        <LineItemRow
          key={item.id}
          href={productPath(item.slug, item.sku)}
          name={item.name}
          imageUrl={item.imageUrl}
          accent={PLAIN_ACCENT}
          options={[optionsText(item.options), item.sku].filter(Boolean).join(' · ')}
          unitPriceCents={item.unitPriceCents}
          lineTotalCents={item.lineTotalCents}
          discount={discountText(item.discountCents, couponCode)}
          quantity={itemsText(item.quantity)}
          message={
            item.restockedQuantity > 0 &&
            plural({ count: item.restockedQuantity }, { one: '# item back in stock', other: '# items back in stock' })
          }
        />
      ))}
    </LineItemList>
  );
}
