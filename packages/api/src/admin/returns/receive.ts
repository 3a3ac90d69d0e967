import { OrderItem } from '@lantern/db/models/order-item';
import { returnsOf } from '../../orders/returns.ts';
import type { PaymentServices } from '../../payments/provider.ts';
import { createRefund } from '../../payments/refunds.ts';
import { refundFor } from '../../returns/refund.ts';
import { settleMoney } from '../../settlement/close-order.ts';
import { recordRefund } from '../../settlement/record-refund.ts';
import { restock as restockItems } from '../../stock/stock.ts';
import { illegalStep, lockReturn } from './lock-return.ts';
import type { ReceiveReturnInput } from './schema.ts';
import { type AdminReturn, adminReturn } from './view.ts';

/**
 * Marks an accepted return as received, restocks its items and creates the refund, all or nothing. If the provider does
 * not answer, the refund stays `due` and the reconciler processes it later.
 * @throws {ShopError} NOT_FOUND; CONFLICT `illegal_transition`, `refund_too_large` or, if the items are back in stock
 * already, `restock_too_large`.
 */
export async function receiveReturn(
  services: PaymentServices,
  { id, refundCents, restock }: ReceiveReturnInput,
): Promise<AdminReturn> {
  const orderId = await services.database.transaction(async () => {
    const { returned, ...locked } = await lockReturn(id);
    const { order, payment } = locked;
    if (returned.status !== 'accepted') throw illegalStep(returned.status, 'received');
    const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] });
    const returns = await returnsOf(order.id);
    const amountCents = refundCents ?? refundFor(returned, { items, returns, payment });
    await returned.update({ status: 'received', restocked: restock, receivedAt: new Date() });
    if (restock) await restockItems(linesOf(returned, items), 'return');
    if (amountCents > 0) {
      const refund = await createRefund(services, payment, {
        idempotencyKey: `${payment.idempotencyKey}-return-${id}`,
        amountCents,
      });
      await recordRefund(locked, { refund, note: `Return ${returned.number}` });
    }
    return order.id;
  });
  await settleMoney(services, orderId);
  return adminReturn(id);
}

function linesOf({ items = [] }: { items?: { orderItemId: number; quantity: number }[] }, bought: OrderItem[]) {
  return items.flatMap(({ orderItemId, quantity }) => {
    const item = bought.find(({ id }) => id === orderItemId);
    return item ? [{ item, quantity }] : [];
  });
}
