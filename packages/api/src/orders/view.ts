import type { AddressSnapshot, Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment, type PaymentStatus } from '@lantern/db/models/payment';
import { lineTotalCents, type Totals } from '../pricing/pricing.ts';
import { mayStep, type OrderState } from './state-machine.ts';

export interface OrderView extends Totals {
  number: string;
  status: OrderState;
  /** ISO 8601, UTC. */
  placedAt: string;
  itemCount: number;
  items: {
    name: string;
    slug: string;
    sku: string;
    options: Record<string, string>;
    imageUrl: string | null;
    unitPriceCents: number;
    quantity: number;
    lineTotalCents: number;
  }[];
  shippingAddress: AddressSnapshot;
  payment: {
    status: PaymentStatus;
    method: string;
    amountCents: number;
    refundedCents: number;
    failureCode: string | null;
  } | null;
  /** Oldest first. */
  timeline: { status: OrderState; at: string; note: string | null }[];
  canCancel: boolean;
}

/** All that an order's page shows. */
export async function viewOrder(order: Order): Promise<OrderView> {
  const where = { orderId: order.id };
  const [items, events, payment] = await Promise.all([
    OrderItem.findAll({ where, order: ['id'], raw: true }),
    OrderEvent.findAll({ where, order: ['id'], raw: true }),
    Payment.findOne({ where, raw: true }),
  ]);
  const { number, status, itemCount, subtotalCents, shippingCents, taxCents, totalCents, shippingAddress } = order;
  return {
    number,
    status,
    itemCount,
    subtotalCents,
    shippingCents,
    taxCents,
    totalCents,
    shippingAddress,
    placedAt: order.placedAt.toISOString(),
    items: items.map((item) => ({
      name: item.name,
      slug: item.slug,
      sku: item.sku,
      options: item.options,
      imageUrl: item.imageUrl,
      unitPriceCents: item.unitPriceCents,
      quantity: item.quantity,
      lineTotalCents: lineTotalCents(item),
    })),
    payment: payment && {
      status: payment.status,
      method: payment.method,
      amountCents: payment.amountCents,
      refundedCents: payment.refundedCents,
      failureCode: payment.failureCode,
    },
    timeline: events.map((event) => ({ status: event.status, at: event.createdAt.toISOString(), note: event.note })),
    canCancel: mayStep(status, 'cancelled'),
  };
}
