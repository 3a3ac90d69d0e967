import { groupBy } from '@lantern/api/shared/group-by';
import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Variant } from '@lantern/db/models/variant';
import type { Told } from '../told.ts';
import { type Check, checkEach } from './check.ts';

/** What was there at first and came in since is sold, or on the shelf. */
export async function checkStock({ stocked }: Pick<Told, 'stocked'>): Promise<Check[]> {
  const variants = new Map((await Variant.unscoped().findAll({ raw: true })).map(({ id, stock }) => [id, stock]));
  const items = await OrderItem.findAll({ raw: true });
  const soldOf = groupBy(items, ({ variantId }) => variantId);
  const failed = new Set(
    (await Order.findAll({ where: { status: ['payment_failed', 'cancelled'] }, raw: true })).map(({ id }) => id),
  );
  return [
    checkEach('what is sold and what is left of a variant is what there was', stocked, ([id, given]) => {
      const left = variants.get(id) ?? Number.NaN;
      const rows = soldOf.get(id) ?? [];
      const sold = rows.reduce((sum, { quantity, restockedQuantity }) => sum + quantity - restockedQuantity, 0);
      return left + sold !== given && `variant ${id}: ${left} left and ${sold} sold of ${given}`;
    }),
    checkEach(
      'what was not paid or was cancelled is back on the shelf',
      items.filter(({ orderId }) => failed.has(orderId)),
      ({ orderId, sku, quantity, restockedQuantity }) =>
        quantity !== restockedQuantity && `order ${orderId}: ${restockedQuantity} of ${quantity} ${sku} are back`,
    ),
  ];
}
