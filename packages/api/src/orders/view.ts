import type { AddressSnapshot, Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment, type PaymentStatus } from '@lantern/db/models/payment';
import { lineTotalCents, type Totals } from '../pricing/pricing.ts';
import { mayStep, type OrderState } from './state-machine.ts';

/** A line as it was bought. */
export interface OrderItemView {
  name: string;
  slug: string;
  sku: string;
  options: Record<string, string>;
  imageUrl: string | null;
  unitPriceCents: number;
  quantity: number;
  lineTotalCents: number;
}

export interface OrderView extends Totals {
  number: string;
  status: OrderState;
  /** ISO 8601, UTC. */
  placedAt: string;
  itemCount: number;
  items: OrderItemView[];
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

/** What belongs to an order. */
export interface OrderParts {
  items: OrderItem[];
  events: OrderEvent[];
  payment: Payment | null;
}

export async function partsOf({ id }: Order): Promise<OrderParts> {
  const where = { orderId: id };
  const [items, events, payment] = await Promise.all([
    OrderItem.findAll({ where, order: ['id'], raw: true }),
    OrderEvent.findAll({ where, order: ['id'], raw: true }),
    Payment.findOne({ where, raw: true }),
  ]);
  return { items, events, payment };
}

/** All that an order's page shows its shopper. */
export function viewOrder(order: Order, { items, events, payment }: OrderParts): OrderView {
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
    items: items.map(viewItem),
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

export function viewItem(item: OrderItem): OrderItemView {
  const { name, slug, sku, options, imageUrl, unitPriceCents, quantity } = item;
  return { name, slug, sku, options, imageUrl, unitPriceCents, quantity, lineTotalCents: lineTotalCents(item) };
}
