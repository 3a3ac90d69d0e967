import type { AddressSnapshot, DeliverySnapshot, Order } from '@lantern/db/models/order';
import { type EventStatus, OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import type { OrderReturn } from '@lantern/db/models/order-return';
import type { Parcel } from '@lantern/db/models/parcel';
import { Payment, type PaymentStatus } from '@lantern/db/models/payment';
import { Product } from '@lantern/db/models/product';
import { Refund } from '@lantern/db/models/refund';
import { Variant } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import { canTransition, type OrderStatus } from '../order-status/order-status.ts';
import { type ParcelView, parcelsOf, viewParcel } from '../parcels/parcels.ts';
import { lineTotalCents, type Totals } from '../pricing/pricing.ts';
import { type AttemptView, attemptsOf, boughtAs } from './attempts.ts';
import { type DocumentLinks, documentsOf, linksTo } from './documents.ts';
import { type ReturnView, returnableQuantity, returnableUntil, returnsOf, viewReturn } from './returns.ts';

/** A line as it was bought. */
export interface OrderItemView {
  name: string;
  slug: string;
  sku: string;
  options: Record<string, string>;
  imageUrl: string | null;
  unitPriceCents: number;
  quantity: number;
  /** The line's share of the order's discount. */
  discountCents: number;
  /** Before its discount. */
  lineTotalCents: number;
  /** How much of it may still be returned, once the order is delivered and for as long as returns are accepted. */
  returnableQuantity: number;
}

export interface OrderView extends Totals, DocumentLinks {
  number: string;
  status: OrderStatus;
  /** ISO 8601, UTC. */
  placedAt: string;
  itemCount: number;
  couponCode: string | null;
  /** A guest's, to whom mails go; null if the order belongs to an account. */
  email: string | null;
  items: OrderItemView[];
  shippingAddress: AddressSnapshot;
  /** Null if it is the shipping address. */
  billingAddress: AddressSnapshot | null;
  /** As it was bought; null for orders placed before there was a choice. */
  deliveryMethod: DeliverySnapshot | null;
  /** Oldest first. */
  parcels: ParcelView[];
  /** Oldest first. */
  returns: ReturnView[];
  /** ISO 8601, UTC; null unless the order is delivered. */
  returnableUntil: string | null;
  payment: {
    status: PaymentStatus;
    method: string;
    amountCents: number;
    refundedCents: number;
    failureCode: string | null;
  } | null;
  /** Including pending refunds, integer cents. */
  refundedCents: number;
  /** Oldest first. */
  refunds: { amountCents: number; at: string }[];
  /** Earlier, declined attempts to pay for it, oldest first. */
  attempts: AttemptView[];
  /** On a declined attempt: the number of the order it eventually led to. */
  boughtAs: string | null;
  /** Oldest first. */
  timeline: TimelineEntry[];
  canCancel: boolean;
  /** Whether the invoice or a credit note is about to be issued. */
  documentsDue: boolean;
}

interface TimelineEntry {
  /** The new status; `partially_refunded` where the status stays the same and money is refunded. */
  status: EventStatus;
  /** ISO 8601, UTC. */
  at: string;
  note: string | null;
  /** Refunded, integer cents; null where no money moves. */
  amountCents: number | null;
  /** The mistaken status that this entry reverts. */
  withdrawn: OrderStatus | null;
}

/** The rows that belong to an order. */
export interface OrderParts {
  items: OrderItem[];
  parcels: Parcel[];
  returns: OrderReturn[];
  events: OrderEvent[];
  payment: Payment | null;
  refunds: Refund[];
  attempts: AttemptView[];
  boughtAs: string | null;
  documents: Awaited<ReturnType<typeof documentsOf>>;
}

export async function partsOf(order: Order): Promise<OrderParts> {
  const where = { orderId: order.id };
  const [items, parcels, returns, events, payment, attempts, bought, documents] = await Promise.all([
    OrderItem.findAll({ where, order: ['id'], raw: true }),
    parcelsOf(order.id),
    returnsOf(order.id),
    OrderEvent.findAll({ where, order: ['id'], raw: true }),
    Payment.findOne({ where, raw: true }),
    attemptsOf(order),
    boughtAs(order),
    documentsOf(order),
  ]);
  await refreshSlugs(items);
  const refunds = payment ? await Refund.findAll({ where: { paymentId: payment.id }, order: ['id'], raw: true }) : [];
  return { items, parcels, returns, events, payment, refunds, attempts, boughtAs: bought, documents };
}

/** Gives the lines of products that are still shown their current slug: a product may have been renamed since. */
async function refreshSlugs(items: OrderItem[]): Promise<void> {
  const variants = await Variant.unscoped().findAll({
    where: { id: items.flatMap(({ variantId }) => variantId ?? []) },
    attributes: ['id'],
    include: [{ model: Product, attributes: ['slug'], where: { status: 'active' }, required: true }],
    raw: true,
    nest: true,
  });
  const slugOf = new Map(variants.map(({ id, product }) => [id, product?.slug]));
  for (const item of items) item.slug = slugOf.get(item.variantId ?? 0) ?? item.slug;
}

/** The columns that are shown as they are. */
const shownColumns = [
  'number',
  'status',
  'itemCount',
  'subtotalCents',
  'discountCents',
  'couponCode',
  'shippingCents',
  'taxCents',
  'totalCents',
  'shippingAddress',
  'billingAddress',
  'deliveryMethod',
  'email',
] as const;

/** Everything the order page shows to the shopper. */
export function viewOrder(order: Order, parts: OrderParts): OrderView {
  const { items, parcels, returns, events, payment, refunds, attempts } = parts;
  return {
    ...pick(order, shownColumns),
    placedAt: order.placedAt.toISOString(),
    items: items.map((item) => viewItem(item, returns)),
    parcels: parcels.map((parcel) => viewParcel(parcel, items)),
    returns: returns.map((returned) => viewReturn(returned, items)),
    returnableUntil: returnableUntil(order, events)?.toISOString() ?? null,
    payment: payment && {
      status: payment.status,
      method: payment.method,
      amountCents: payment.amountCents,
      refundedCents: payment.refundedCents,
      failureCode: payment.failureCode,
    },
    refundedCents: payment?.refundedCents ?? 0,
    refunds: refunds.map(({ amountCents, createdAt }) => ({ amountCents, at: createdAt.toISOString() })),
    attempts,
    boughtAs: parts.boughtAs,
    timeline: events.map(viewEvent),
    canCancel: canTransition(order.status, 'cancelled'),
    documentsDue: payment?.invoicing === 'due',
    ...linksTo(parts.documents),
  };
}

export function viewItem(item: OrderItem, returns: OrderReturn[]): OrderItemView {
  const { name, slug, sku, options, imageUrl, unitPriceCents, quantity, discountCents } = item;
  return {
    ...{ name, slug, sku, options, imageUrl, unitPriceCents, quantity, discountCents },
    lineTotalCents: lineTotalCents(item),
    returnableQuantity: returnableQuantity(item, returns),
  };
}

function viewEvent({ status, createdAt, note, amountCents, withdrawn }: OrderEvent): TimelineEntry {
  return { status, at: createdAt.toISOString(), note, amountCents, withdrawn };
}
