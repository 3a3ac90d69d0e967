import type { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Parcel } from '@lantern/db/models/parcel';
import { ParcelItem } from '@lantern/db/models/parcel-item';
import { quantityBySku } from '../shared/quantity-by-sku.ts';
import { ShopError } from '../shared/shop-error.ts';

/** How a parcel travels, as far as the admin knows. */
export interface Tracking {
  carrier: string | null;
  trackingNumber: string | null;
  /** http or https. */
  trackingUrl: string | null;
}

/** A parcel as the customer sees it. */
export interface ParcelView extends Tracking {
  /** ISO 8601, UTC. */
  shippedAt: string;
  items: { sku: string; quantity: number }[];
}

/** A line of an order and how much of it goes into a parcel. */
export interface ParcelLine {
  item: OrderItem;
  quantity: number;
  /** How much of it has left before. */
  before: number;
}

/** An order's parcels with what is in them, oldest first. */
export function parcelsOf(orderId: number): Promise<Parcel[]> {
  return Parcel.findAll({ where: { orderId }, include: [ParcelItem], order: ['position', ['items', 'id', 'ASC']] });
}

/** What of each line still has to leave; lines with nothing left are missing. What is back in stock need not leave. */
export function unshippedLines(items: OrderItem[], parcels: Parcel[]): ParcelLine[] {
  const shipped = new Map<number, number>();
  for (const { orderItemId, quantity } of parcels.flatMap((parcel) => parcel.items ?? [])) {
    shipped.set(orderItemId, (shipped.get(orderItemId) ?? 0) + quantity);
  }
  return items
    .map((item) => ({ item, before: shipped.get(item.id) ?? 0 }))
    .map(({ item, before }) => ({ item, before, quantity: item.quantity - item.restockedQuantity - before }))
    .filter(({ quantity }) => quantity > 0);
}

/** What of a locked order still has to leave. */
export async function unshippedOf({ id }: Order): Promise<ParcelLine[]> {
  const items = await OrderItem.findAll({ where: { orderId: id }, order: ['id'], raw: true });
  return unshippedLines(items, await parcelsOf(id));
}

/**
 * The lines of a parcel with these quantities, by SKU, of what is left.
 * @throws {ShopError} CONFLICT `parcel_too_large` with the SKU and the quantity that is left.
 */
export function chosenLines(left: ParcelLine[], chosen: { sku: string; quantity: number }[]): ParcelLine[] {
  return [...quantityBySku(chosen)].map(([sku, quantity]) => {
    const line = left.find(({ item }) => item.sku === sku);
    if (line && quantity <= line.quantity) return { ...line, quantity };
    const available = line?.quantity ?? 0;
    const message =
      available === 0 ? `Nothing is left to ship of ${sku}.` : `Only ${available} of ${sku} are left to ship.`;
    throw new ShopError('CONFLICT', message, { reason: 'parcel_too_large', details: { sku, available } });
  });
}

/** Writes a parcel of a locked order. */
export async function createParcel({ id: orderId }: Order, lines: ParcelLine[], tracking: Tracking): Promise<void> {
  const position = (await Parcel.count({ where: { orderId } })) + 1;
  const parcel = await Parcel.create({ orderId, position, shippedAt: new Date(), ...tracking });
  await ParcelItem.bulkCreate(
    lines.map(({ item, quantity }) => ({ parcelId: parcel.id, orderItemId: item.id, quantity })),
  );
}

/** Takes a parcel of a locked order back, as if it had not left. */
export async function removeParcel({ id: orderId }: Order, position: number): Promise<void> {
  const parcel = await Parcel.findOne({ where: { orderId, position }, rejectOnEmpty: true });
  await parcel.destroy();
}

export function viewParcel(parcel: Parcel, items: OrderItem[]): ParcelView {
  const { carrier, trackingNumber, trackingUrl, shippedAt } = parcel;
  const skuOf = new Map(items.map(({ id, sku }) => [id, sku]));
  return {
    carrier,
    trackingNumber,
    trackingUrl,
    shippedAt: shippedAt.toISOString(),
    items: (parcel.items ?? []).flatMap(({ orderItemId, quantity }) => {
      const sku = skuOf.get(orderItemId);
      return sku === undefined ? [] : [{ sku, quantity }];
    }),
  };
}
