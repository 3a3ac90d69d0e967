import { actingAsSystem } from '@lantern/db/activity/actor';
import type { OrderItem } from '@lantern/db/models/order-item';
import type { MovementReason } from '@lantern/db/models/stock-movement';
import { Variant } from '@lantern/db/models/variant';
import { literal } from '@lantern/db/query';
import { TransactionScope } from '@lantern/db/transaction';
import { refreshPrices } from '../catalog/sale-prices.ts';
import { ShopError } from '../shared/shop-error.ts';
import { lockVariants, productIdsOf } from './stock-locks.ts';

interface StockMove {
  variantId: number;
  /** Negative if items leave the stock. */
  quantity: number;
  reason: MovementReason;
  orderId?: number;
}

/** What comes back of an order's line; the variant is null once it has been deleted. */
type Returned = Omit<StockMove, 'variantId'> & Pick<OrderItem, 'variantId'>;

interface StockLine {
  variantId: number;
  quantity: number;
  name: string;
  /** What the cart last saw in stock. */
  available: number;
}

/**
 * Takes the items out of stock, all or none. Their rows are locked first, so what is read is what is left, and by
 * ascending id, so that two carts cannot deadlock.
 * @throws {ShopError} CONFLICT `out_of_stock` naming the variant; roll the transaction back.
 */
export async function reserveStock(lines: StockLine[]): Promise<void> {
  const last = lines.filter(({ quantity, available }) => quantity >= available);
  const variants = await lockVariants(idsOf(lines), idsOf(last));
  const forSale = variants.filter(({ archivedAt }) => archivedAt === null);
  const stockOf = new Map(forSale.map(({ id, stock }) => [id, stock]));
  for (const { variantId, name, quantity, available } of [...lines].sort((a, b) => a.variantId - b.variantId)) {
    const left = stockOf.get(variantId) ?? 0;
    if (left >= quantity && available > 0) continue;
    const count = Math.min(left, available);
    const message = count === 0 ? `${name} is sold out.` : `Only ${count} of ${name} left.`;
    throw new ShopError('CONFLICT', message, { reason: 'out_of_stock', details: { variantId, available: count } });
  }
  await moveStock(lines.map(({ variantId, quantity }) => ({ variantId, quantity: -quantity, reason: 'sale' })));
  const quantityOf = new Map(lines.map(({ variantId, quantity }) => [variantId, quantity]));
  const soldOut = variants.filter(({ id, stock }) => stock === quantityOf.get(id));
  await refreshPrices(productIdsOf(soldOut));
}

/**
 * Restocks items of an order's lines, for this reason, and records the quantities on those lines. Call it with the order
 * locked. Without a `quantity`, a line is restocked with everything that has not come back yet.
 * @throws {ShopError} CONFLICT `restock_too_large`; roll the transaction back.
 */
export async function restock(
  lines: { item: OrderItem; quantity?: number }[],
  reason: Exclude<MovementReason, 'initial' | 'sale' | 'admin'>,
): Promise<void> {
  const returned: Returned[] = [];
  for (const { item, quantity = outstanding(item) } of lines) {
    if (quantity > outstanding(item)) {
      const message = `Only ${outstanding(item)} of ${item.name} can still go back in stock.`;
      throw new ShopError('CONFLICT', message, { reason: 'restock_too_large', details: { itemId: item.id } });
    }
    await item.update({ restockedQuantity: item.restockedQuantity + quantity });
    returned.push({ variantId: item.variantId, quantity, reason, orderId: item.orderId });
  }
  // Logged as part of the order's change; an entry for the product would log it twice.
  await actingAsSystem(() => returnStock(returned));
}

/** The quantity of a line that the customer still has. */
function outstanding({ quantity, restockedQuantity }: OrderItem): number {
  return quantity - restockedQuantity;
}

/** By ascending id, as when reserving. Includes archived variants, skips those that no longer exist. */
async function returnStock(lines: Returned[]): Promise<void> {
  const known = lines.flatMap(({ variantId, ...line }) =>
    variantId === null || line.quantity === 0 ? [] : [{ variantId, ...line }],
  );
  if (known.length === 0) return;
  const soldOut = await Variant.findAll({ where: { id: idsOf(known), stock: 0 }, attributes: ['id'], raw: true });
  const variants = await lockVariants(
    idsOf(known),
    soldOut.map(({ id }) => id),
  );
  await moveStock(known);
  const backInStock = variants.filter(({ stock, archivedAt }) => stock === 0 && archivedAt === null);
  await refreshPrices(productIdsOf(backInStock));
}

function idsOf(moves: { variantId: number }[]): number[] {
  return moves.map(({ variantId }) => variantId);
}

/** Changes the stock of locked variants, in one statement. */
async function moveStock(moves: StockMove[]): Promise<void> {
  const quantities = moves.map(({ variantId, quantity }) => `(id = ${Number(variantId)}) * (${Number(quantity)})`);
  await Variant.unscoped().update(
    { stock: literal(`stock + ${quantities.join(' + ')}`), stockMoves: literal('stockMoves + 1') },
    { where: { id: idsOf(moves) } },
  );
  TransactionScope.current()?.stockLedger.add(...moves);
}
