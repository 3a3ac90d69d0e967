import { createHash } from 'node:crypto';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { Refund } from '@lantern/db/models/refund';
import { promiseRefund, refundableCents } from '../../checkout/refunds.ts';
import { lockOrder } from '../../checkout/settle.ts';
import type { Shop } from '../../context.ts';
import { releaseMoney } from '../../orders/ending.ts';
import { mayStep } from '../../orders/state-machine.ts';
import { restock } from '../../orders/stock.ts';
import { step } from '../../orders/transition.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import type { RefundInput } from './schema.ts';
import { idOf } from './service.ts';
import { type AdminOrderView, adminOrder } from './view.ts';

/**
 * Gives a part of an order's money back, and items of it to the shelf. The same key with the same
 * payload is the same refund, however often it is asked for. One that leaves nothing makes the order
 * `refunded`. Where the provider does not answer it stays `due` and is paid by itself later.
 * @throws {ShopError} NOT_FOUND (of an item too), or CONFLICT `refund_too_large`, `restock_too_large` or
 * `idempotency_key_reused`, with nothing changed.
 */
export async function refundOrder(shop: Shop, input: RefundInput): Promise<AdminOrderView> {
  const { number, amountCents, note, idempotencyKey } = input;
  const id = await idOf(number);
  await shop.database.transaction(async () => {
    const { order, payment } = await lockOrder(id);
    const providerKey = `${payment.providerKey}-refund-${idempotencyKey}`;
    const payloadHash = hashOf(input);
    if (await alreadyPromised(providerKey, amountCents, payloadHash)) return;
    await promiseRefund(payment, { providerKey, amountCents, payloadHash });
    await restock(await itemsOf(id, input.restock));
    if (refundableCents(payment) === 0 && mayStep(order.status, 'refunded')) {
      await step(order, 'refunded', { note, refundCents: amountCents });
    } else {
      await OrderEvent.create({ orderId: id, status: 'partially_refunded', note, amountCents });
    }
  });
  await releaseMoney(shop, id);
  return adminOrder(number);
}

async function alreadyPromised(providerKey: string, amountCents: number, payloadHash: string): Promise<boolean> {
  const earlier = await Refund.findOne({ where: { providerKey }, raw: true });
  if (!earlier) return false;
  if (earlier.amountCents === amountCents && (earlier.payloadHash ?? payloadHash) === payloadHash) return true;
  throw new ShopError('CONFLICT', 'This refund was already used for another amount, other items or another note.', {
    reason: 'idempotency_key_reused',
  });
}

/** Equal refunds hash alike, in whatever order their items are named. */
function hashOf({ amountCents, restock, note }: RefundInput): string {
  const items = restock.map(({ itemId, quantity }) => [itemId, quantity] as const);
  items.sort(([a, m], [b, n]) => a - b || m - n);
  return createHash('sha256')
    .update(JSON.stringify([amountCents, items, note]))
    .digest('hex');
}

async function itemsOf(orderId: number, wanted: RefundInput['restock']) {
  const items = await OrderItem.findAll({ where: { orderId }, order: ['id'] });
  return wanted.map(({ itemId, quantity }) => {
    const item = items.find(({ id }) => id === itemId);
    if (!item) throw notFound('item');
    return { item, quantity };
  });
}
