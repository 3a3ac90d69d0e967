import { lockOrder } from '../order-status/lock-order.ts';
import type { OrderKey } from '../orders/access.ts';
import { findOrder, orderByNumber } from '../orders/service.ts';
import type { OrderView } from '../orders/view.ts';
import type { PaymentServices } from '../payments/provider.ts';
import { closeOrder, settleMoney } from './close-order.ts';

/**
 * Cancels an order that has not shipped: restocks its items and refunds its payment.
 * @throws {ShopError} NOT_FOUND, or CONFLICT `illegal_transition`.
 */
export async function cancelOrder(services: PaymentServices, key: OrderKey): Promise<OrderView> {
  const { id } = await findOrder(key);
  await services.database.transaction(async () =>
    closeOrder(services, await lockOrder(id), { to: 'cancelled', restockItems: true }),
  );
  await settleMoney(services, id);
  return orderByNumber(key);
}
