import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { literal, Op } from '@lantern/db/query';
import { LOW_STOCK } from '../../catalog/stock-level.ts';
import { waitingFor } from '../../restock/wishes.ts';

const MAX_ROWS = 10;
const ofActiveProduct = literal(
  "EXISTS (SELECT 1 FROM products p WHERE p.id = Variant.productId AND p.status = 'active')",
);

/** A variant that is sold out or will be soon. */
export interface LowStock {
  variantId: number;
  productId: number;
  name: string;
  sku: string;
  options: Record<string, string>;
  stock: number;
  /** How many people get a mail when it is back. */
  waiting: number;
}

/** The variants of active products with the lowest stock. */
export async function lowStock(): Promise<LowStock[]> {
  const variants = await Variant.findAll({
    // Not a join: SQLite would begin with all active products, instead of the lowest stock.
    where: { [Op.and]: [{ stock: { [Op.lte]: LOW_STOCK } }, ofActiveProduct] },
    attributes: ['id', 'productId', 'sku', 'options', 'stock'],
    order: ['stock', 'id'],
    limit: MAX_ROWS,
    raw: true,
  });
  const ids = variants.map(({ productId }) => productId);
  const [products, waitingOf] = await Promise.all([
    Product.findAll({ where: { id: ids }, attributes: ['id', 'name'], raw: true }),
    waitingFor(variants.map(({ id }) => id)),
  ]);
  const nameOf = new Map(products.map(({ id, name }) => [id, name]));
  return variants.map(({ id, productId, sku, options, stock }) => ({
    variantId: id,
    productId,
    name: nameOf.get(productId) ?? '',
    sku,
    options,
    stock,
    waiting: waitingOf.get(id) ?? 0,
  }));
}
