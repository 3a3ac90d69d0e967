import type { WithDatabase } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { refreshPrices } from '../../../catalog/sale-prices.ts';
import { notFound, ShopError } from '../../../shared/shop-error.ts';
import { type AdminProductRow, rowAttributes, rowsOf } from '../rows.ts';
import type { EditVariant } from '../schema.ts';
import { lockProduct } from '../service.ts';
import { LockedVersion, versionColumn } from '../version.ts';
import { isCurrent, lockVariants, stockOf } from './variants.ts';

/**
 * Changes the price or the stock of one variant, and returns its product's row. Sales since the row was read are kept:
 * the stock then changes by the difference. What others have changed elsewhere in the product is no conflict.
 * @throws {ShopError} NOT_FOUND; CONFLICT `version_conflict` if this very field was edited since it was read, or
 * `out_of_stock`, both with what it is `now` in the details.
 */
export function editVariant(services: WithDatabase, input: EditVariant): Promise<AdminProductRow> {
  return services.database.transaction(async () => {
    const { productId } = (await Variant.findByPk(input.id, { attributes: ['productId'], raw: true })) ?? {};
    if (productId === undefined) throw notFound('variant');
    const product = await lockProduct(productId);
    const rows = await lockVariants([productId]);
    const variant = rows.find((row) => row.id === input.id && isCurrent(row));
    if (!variant) throw notFound('variant');
    const locked = new LockedVersion(product, rows);
    if (!locked.accepts(input.version)) assertStill(variant, input);
    variant[input.field] = afterEdit(variant, input);
    if (variant.changed() !== false) {
      locked.increment();
      await variant.save();
      await product.save();
      await refreshPrices([productId]);
    }
    return rowOf(productId);
  });
}

function assertStill(variant: Variant, { field, before }: EditVariant): void {
  const now = variant[field];
  if (now === before) return;
  const what = field === 'stock' ? 'stock' : 'price';
  throw new ShopError('CONFLICT', `Someone else has changed this ${what} since you opened the list.`, {
    reason: 'version_conflict',
    details: { now },
  });
}

function afterEdit(variant: Variant, { field, before, after }: EditVariant): number {
  if (field === 'priceCents') return after;
  try {
    return stockOf(variant, { sku: variant.sku, stock: after, stockBefore: before }, 0, false);
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    const { code, message, reason } = error;
    throw new ShopError(code, message, { reason, fieldErrors: { after: [message] }, details: { now: variant.stock } });
  }
}

async function rowOf(productId: number): Promise<AdminProductRow> {
  const attributes = [...rowAttributes, versionColumn];
  const [row] = await rowsOf(await Product.findAll({ where: { id: productId }, attributes, raw: true }));
  if (!row) throw notFound('product');
  return row;
}
