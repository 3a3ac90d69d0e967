import { Variant, variantFields } from '@lantern/db/models/variant';
import { pick, pickDefined } from '@lantern/db/pick';
import { duplicateColumn } from '@lantern/db/query';
import { ShopError } from '../../../shared/shop-error.ts';
import { MAX_STOCK, type VariantValues } from '../schema.ts';
import { matchVariants } from './match-variants.ts';

/**
 * The variants of these products, including removed ones, locked by ascending id, as a checkout does, so that
 * the two cannot deadlock.
 */
export async function lockVariants(productId: number[]): Promise<Variant[]> {
  const found = await Variant.unscoped().findAll({ where: { productId }, attributes: ['id'], raw: true });
  return Variant.unscoped().findAll({ where: { id: found.map(({ id }) => id) }, order: ['id'], lock: true });
}

/** True for a variant that has not been removed. */
export function isCurrent({ archivedAt }: Variant): boolean {
  return archivedAt === null;
}

const notArchived = { archivedAt: null, archivedSku: null, archivedStock: null };

/** The product whose variants are saved. */
interface LockedVariants {
  productId: number;
  /** All rows of the product, locked. */
  rows: Variant[];
  /** Whether stock has changed since the input was read: a different number may then be an outdated one. */
  stockMoved: boolean;
}

/**
 * Replaces the product's variants by `inputs`, in that order; true if that changes anything. Unmatched rows
 * are archived, not deleted, because orders, carts and undo refer to them.
 * @throws {ShopError} CONFLICT `sku_taken`, `out_of_stock` or `stock_changed`, BAD_REQUEST for another product's id.
 */
export async function saveVariants(
  { productId, rows, stockMoved }: LockedVariants,
  inputs: VariantValues[],
): Promise<boolean> {
  const matches = matchVariants(rows, inputs);
  const removed = rows.filter((row) => isCurrent(row) && !matches.includes(row));
  for (const row of removed) {
    const { sku, stock } = row;
    await row.update({ archivedAt: new Date(), archivedSku: sku, archivedStock: stock, sku: placeholderSku(row) });
  }
  await releaseSkus(matches, inputs);
  let changed = removed.length > 0;
  for (const [position, values] of inputs.entries()) {
    const stock = stockOf(matches[position], values, position, stockMoved);
    const own = { stock, position, ...notArchived };
    const row = matches[position] ?? Variant.build({ productId, ...pick(values, variantFields), ...own });
    // A field the caller omits keeps its value.
    row.set({ ...pickDefined(values, variantFields), ...own });
    if (row.changed() === false) continue;
    await row.save().catch(orSkuTaken(position));
    changed = true;
  }
  return changed;
}

/** SKUs are unique at all times, so before variants exchange SKUs, those that change get a placeholder. */
async function releaseSkus(rows: (Variant | undefined)[], inputs: VariantValues[]): Promise<void> {
  const held = new Set(rows.map((row) => row?.sku));
  const moving = rows.filter((row, index) => row && row.sku !== inputs[index]?.sku);
  if (!rows.some((row, index) => row?.sku !== inputs[index]?.sku && held.has(inputs[index]?.sku))) return;
  for (const row of moving) await row?.update({ sku: placeholderSku(row) });
}

/** Cannot collide with entered SKUs, because those never begin with a blank. */
function placeholderSku({ id }: Variant): string {
  return ` ${id}`;
}

/**
 * What is in stock after an edit. With `stockBefore` the difference is applied, so that sales in between are kept.
 * @throws {ShopError} CONFLICT `out_of_stock` or `stock_changed`, BAD_REQUEST if it would be too much.
 */
export function stockOf(
  row: Variant | undefined,
  values: Pick<VariantValues, 'sku' | 'stock' | 'stockBefore'>,
  index: number,
  stockMoved: boolean,
): number {
  const { sku, stock, stockBefore } = values;
  if (!row) return stock;
  if (stockBefore === undefined) {
    if (stockMoved && isCurrent(row) && stock !== row.stock) throw stockChanged(row, index);
    return stock;
  }
  const left = row.stock + stock - stockBefore;
  if (left > MAX_STOCK) {
    const message = `Added to the ${row.stock} in stock now, this would be more than ${MAX_STOCK}.`;
    throw new ShopError('BAD_REQUEST', message, { fieldErrors: { [`variants.${index}.stock`]: [message] } });
  }
  if (left >= 0) return left;
  throw new ShopError('CONFLICT', `Only ${row.stock} of ${sku} are left: the others have just been sold.`, {
    reason: 'out_of_stock',
    fieldErrors: { [`variants.${index}.stock`]: [`Only ${row.stock} are left.`] },
    details: { variantId: row.id, available: row.stock },
  });
}

function stockChanged({ id, sku, stock }: Variant, index: number): ShopError {
  return new ShopError('CONFLICT', `The stock of ${sku} has changed since you loaded it: it is now ${stock}.`, {
    reason: 'stock_changed',
    fieldErrors: { [`variants.${index}.stock`]: [`It is ${stock} now.`] },
    details: { variantId: id, stock },
  });
}

function orSkuTaken(index: number) {
  return (error: unknown): never => {
    if (duplicateColumn(error) !== 'sku') throw error;
    throw new ShopError('CONFLICT', 'Another product has this SKU.', {
      reason: 'sku_taken',
      fieldErrors: { [`variants.${index}.sku`]: ['Another product has this SKU.'] },
    });
  };
}
