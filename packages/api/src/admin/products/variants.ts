import { Variant, variantFields } from '@lantern/db/models/variant';
import { pick, pickDefined } from '@lantern/db/pick';
import { duplicateColumn } from '@lantern/db/query';
import { ShopError } from '../../shared/shop-error.ts';
import { matchVariants } from './match-variants.ts';
import { MAX_STOCK, type VariantValues } from './schema.ts';

/**
 * The variants of these products, those that were removed too, locked one after the other in the order of
 * ids, as a checkout takes them: the two never wait for each other in a ring.
 */
export async function lockVariants(productId: number[]): Promise<Variant[]> {
  const found = await Variant.unscoped().findAll({ where: { productId }, attributes: ['id'], raw: true });
  return Variant.unscoped().findAll({ where: { id: found.map(({ id }) => id) }, order: ['id'], lock: true });
}

/** True for a variant that was not removed. */
export function isLiving({ archivedAt }: Variant): boolean {
  return archivedAt === null;
}

const notArchived = { archivedAt: null, archivedSku: null, archivedStock: null };

/** What the variants are saved on top of. */
interface Held {
  productId: number;
  /** All of the product's, locked. */
  rows: Variant[];
  /** Whether stock has moved since the values were read: a number that is not today's may then be an old one. */
  stockMoved: boolean;
}

/**
 * Makes the product's variants those of `wanted`, in that order; true where that changes anything. Rows
 * that nothing matches are archived, not deleted: orders, carts and an undo come back to them.
 * @throws {ShopError} CONFLICT `sku_taken`, `out_of_stock` or `stock_changed`, BAD_REQUEST for another product's id.
 */
export async function saveVariants({ productId, rows, stockMoved }: Held, wanted: VariantValues[]): Promise<boolean> {
  const matches = matchVariants(rows, wanted);
  const gone = rows.filter((row) => isLiving(row) && !matches.includes(row));
  for (const row of gone) {
    const { sku, stock } = row;
    await row.update({ archivedAt: new Date(), archivedSku: sku, archivedStock: stock, sku: asideSku(row) });
  }
  await stepAside(matches, wanted);
  let changed = gone.length > 0;
  for (const [position, values] of wanted.entries()) {
    const stock = stockOf(matches[position], values, position, stockMoved);
    const own = { stock, position, ...notArchived };
    const row = matches[position] ?? Variant.build({ productId, ...pick(values, variantFields), ...own });
    // A field that the caller does not know of stays.
    row.set({ ...pickDefined(values, variantFields), ...own });
    if (row.changed() === false) continue;
    await row.save().catch(orSkuTaken(position));
    changed = true;
  }
  return changed;
}

/** Variants may exchange their SKUs, but never hold the same one: those that take over a sibling's let go of their own first. */
async function stepAside(rows: (Variant | undefined)[], wanted: VariantValues[]): Promise<void> {
  const held = new Set(rows.map((row) => row?.sku));
  const moving = rows.filter((row, index) => row && row.sku !== wanted[index]?.sku);
  if (!rows.some((row, index) => row?.sku !== wanted[index]?.sku && held.has(wanted[index]?.sku))) return;
  for (const row of moving) await row?.update({ sku: asideSku(row) });
}

/** No SKU that people enter begins with a blank. */
function asideSku({ id }: Variant): string {
  return ` ${id}`;
}

/** With `stockBefore` the difference counts, so that what was sold in between stays sold. */
function stockOf(row: Variant | undefined, values: VariantValues, index: number, stockMoved: boolean): number {
  const { sku, stock, stockBefore } = values;
  if (!row) return stock;
  if (stockBefore === undefined) {
    if (stockMoved && isLiving(row) && stock !== row.stock) throw stockChanged(row, index);
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
