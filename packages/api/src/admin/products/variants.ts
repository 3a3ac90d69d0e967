import { Variant } from '@lantern/db/models/variant';
import { duplicateColumn } from '@lantern/db/query';
import { ShopError } from '../../shared/shop-error.ts';
import type { VariantValues } from './schema.ts';

/** What a product costs at least: its own `priceCents`. */
export function lowestPrice(variants: { priceCents: number }[]): number {
  return Math.min(...variants.map(({ priceCents }) => priceCents));
}

/**
 * The variants of these products, locked one after the other in the order of ids, as a checkout takes
 * them: the two never wait for each other in a ring.
 */
export async function lockVariants(productId: number[]): Promise<Variant[]> {
  const found = await Variant.findAll({ where: { productId }, attributes: ['id'], raw: true });
  return Variant.findAll({ where: { id: found.map(({ id }) => id) }, order: ['id'], lock: true });
}

/**
 * Makes the product's variants those of `wanted`, in that order; true where that changes anything.
 * Each is matched to a row by its id, else by its SKU; rows that nothing matches are deleted.
 * @throws {ShopError} CONFLICT `sku_taken` or `out_of_stock`, BAD_REQUEST for another product's id.
 */
export async function saveVariants(productId: number, wanted: VariantValues[]): Promise<boolean> {
  const rows = await lockVariants([productId]);
  const matches = match(rows, wanted);
  const gone = rows.filter((row) => !matches.includes(row));
  for (const row of gone) await row.destroy();
  await stepAside(matches, wanted);
  let changed = gone.length > 0;
  for (const [position, values] of wanted.entries()) {
    const { sku, options, priceCents } = values;
    const stock = stockOf(matches[position], values, position);
    const fields = { sku, options, priceCents, stock, position };
    const row = matches[position] ?? Variant.build({ productId, ...fields });
    row.set(fields);
    if (row.changed() === false) continue;
    await row.save().catch(orSkuTaken(position));
    changed = true;
  }
  return changed;
}

function match(rows: Variant[], wanted: VariantValues[]): (Variant | undefined)[] {
  const byId = wanted.map(({ id }, index) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (id !== undefined && !row) throw unknownVariant(index);
    return row;
  });
  return wanted.map(({ sku }, index) => byId[index] ?? rows.find((row) => row.sku === sku && !byId.includes(row)));
}

/** Variants may swap their SKUs, but never hold the same one: those that take over a sibling's let go of their own first. */
async function stepAside(rows: (Variant | undefined)[], wanted: VariantValues[]): Promise<void> {
  const held = new Set(rows.map((row) => row?.sku));
  const moving = rows.filter((row, index) => row && row.sku !== wanted[index]?.sku);
  if (!rows.some((row, index) => row?.sku !== wanted[index]?.sku && held.has(wanted[index]?.sku))) return;
  // No SKU that people enter begins with a blank.
  for (const row of moving) await row?.update({ sku: ` ${row.id}` });
}

/** With `stockBefore` the difference counts, so that what was sold in between stays sold. */
function stockOf(row: Variant | undefined, { sku, stock, stockBefore }: VariantValues, index: number): number {
  if (!row || stockBefore === undefined) return stock;
  const left = row.stock + stock - stockBefore;
  if (left >= 0) return left;
  throw new ShopError('CONFLICT', `Only ${row.stock} of ${sku} are left: the others were sold just now.`, {
    reason: 'out_of_stock',
    fieldErrors: { [`variants.${index}.stock`]: [`Only ${row.stock} are left.`] },
    details: { variantId: row.id, available: row.stock },
  });
}

function unknownVariant(index: number): ShopError {
  return new ShopError('BAD_REQUEST', 'This product has no such variant.', {
    fieldErrors: { [`variants.${index}.id`]: ['This product has no such variant.'] },
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
