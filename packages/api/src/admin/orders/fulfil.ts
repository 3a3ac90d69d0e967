import { trackingLink, trackingPage } from '@lantern/text/tracking';
import { lockOrder } from '../../order-status/lock-order.ts';
import type { OrderStatus } from '../../order-status/order-status.ts';
import type { Tracking } from '../../parcels/parcels.ts';
import { shipParcel } from '../../parcels/ship.ts';
import type { PaymentServices } from '../../payments/provider.ts';
import { type Reason, ShopError } from '../../shared/shop-error.ts';
import type { FulfilInput, FulfilManyInput } from './schema.ts';
import { idOf } from './service.ts';
import { type AdminOrderView, adminOrder } from './view.ts';

/**
 * Ships a parcel of an order: the given items, or all that is left. What is left is decided while the order is locked.
 * @throws {ShopError} NOT_FOUND, or, with nothing changed, CONFLICT `parcel_too_large` or `illegal_transition`.
 */
export async function fulfil(services: PaymentServices, input: FulfilInput): Promise<AdminOrderView> {
  const { number, items } = input;
  const id = await idOf(number);
  await services.database.transaction(async () => {
    const { order } = await lockOrder(id);
    await shipParcel(order, { items, tracking: trackingOf(input) });
  });
  return adminOrder(number);
}

/** How a parcel travels: the link of a known carrier follows from the number. */
function trackingOf({ carrier, trackingNumber, trackingUrl }: Tracking): Tracking {
  const page = carrier === null ? undefined : trackingPage(carrier);
  const link = page && trackingNumber !== null ? trackingLink(page, trackingNumber) : undefined;
  return { carrier, trackingNumber, trackingUrl: trackingUrl ?? link ?? null };
}

/** What became of one order: its new status, or why it could not be shipped. */
export interface FulfilResult {
  number: string;
  status: OrderStatus | null;
  /** The log entry whose undo takes the parcel back. */
  undoSeq: number | null;
  error: { code: string; reason: Reason | null; message: string } | null;
}

/** Ships all that is left of each order, one after the other: an order that cannot be shipped does not stop the others. */
export async function fulfilMany(services: PaymentServices, { orders }: FulfilManyInput): Promise<FulfilResult[]> {
  const results: FulfilResult[] = [];
  for (const order of orders) results.push(await attempt(services, order));
  return results;
}

async function attempt(services: PaymentServices, order: FulfilManyInput['orders'][number]): Promise<FulfilResult> {
  const { number } = order;
  try {
    const { status, revertibleStatus } = await fulfil(services, order);
    return { number, status, undoSeq: revertibleStatus?.seq ?? null, error: null };
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    const { code, reason = null, message } = error;
    return { number, status: null, undoSeq: null, error: { code, reason, message } };
  }
}
