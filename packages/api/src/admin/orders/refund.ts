import { createHash } from 'node:crypto';
import { OrderItem } from '@lantern/db/models/order-item';
import { Refund } from '@lantern/db/models/refund';
import { lockOrder } from '../../order-status/lock-order.ts';
import type { PaymentServices } from '../../payments/provider.ts';
import { createRefund } from '../../payments/refunds.ts';
import { settleMoney } from '../../settlement/close-order.ts';
import { recordRefund } from '../../settlement/record-refund.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { restock } from '../../stock/stock.ts';
import type { RefundInput } from './schema.ts';
import { idOf } from './service.ts';
import { type AdminOrderView, adminOrder } from './view.ts';

/**
 * Refunds part of an order, and optionally restocks some of its items. The same key with the same payload is
 * one refund, however often it is requested. A refund that leaves nothing makes the order `refunded`; one that
 * restocks all that a partially shipped order still waits for makes it `shipped`. If the
 * provider does not answer, the refund stays `due` and the reconciler processes it later.
 * @throws {ShopError} NOT_FOUND (of an item too), or CONFLICT `refund_too_large`, `restock_too_large` or
 * `idempotency_key_reused`, with nothing changed.
 */
export async function refundOrder(services: PaymentServices, input: RefundInput): Promise<AdminOrderView> {
  const { number, amountCents, note } = input;
  const id = await idOf(number);
  await services.database.transaction(async () => {
    const locked = await lockOrder(id);
    const { payment } = locked;
    const idempotencyKey = `${payment.idempotencyKey}-refund-${input.idempotencyKey}`;
    const payloadHash = hashOf(input);
    if (await alreadyCreated(idempotencyKey, amountCents, payloadHash)) return;
    const refund = await createRefund(services, payment, { idempotencyKey, amountCents, payloadHash });
    await restock(await itemsOf(id, input.restock), 'refund');
    await recordRefund(locked, { refund, note });
  });
  await settleMoney(services, id);
  return adminOrder(number);
}

async function alreadyCreated(idempotencyKey: string, amountCents: number, payloadHash: string): Promise<boolean> {
  const earlier = await Refund.findOne({ where: { idempotencyKey }, raw: true });
  if (!earlier) return false;
  if (earlier.amountCents === amountCents && (earlier.payloadHash ?? payloadHash) === payloadHash) return true;
  throw new ShopError('CONFLICT', 'This refund was already used for another amount, other items or another note.', {
    reason: 'idempotency_key_reused',
  });
}

/** Equal refunds have equal hashes, in whatever order their items are listed. */
function hashOf({ amountCents, restock, note }: RefundInput): string {
  const items = restock.map(({ itemId, quantity }) => [itemId, quantity] as const);
  items.sort(([a, m], [b, n]) => a - b || m - n);
  return createHash('sha256')
    .update(JSON.stringify([amountCents, items, note]))
    .digest('hex');
}

async function itemsOf(orderId: number, lines: RefundInput['restock']) {
  const items = await OrderItem.findAll({ where: { orderId }, order: ['id'] });
  return lines.map(({ itemId, quantity }) => {
    const item = items.find(({ id }) => id === itemId);
    if (!item) throw notFound('item');
    return { item, quantity };
  });
}
