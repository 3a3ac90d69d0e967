import type { Database } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { featuredImagesOf } from '../../catalog/featured-images.ts';
import { LOW_STOCK } from '../../catalog/stock-level.ts';
import { revenueStatuses } from '../../orders/order-status.ts';

const MAX_ROWS = 10;

export interface BestSeller {
  productId: number;
  slug: string;
  name: string;
  imageUrl: string | null;
  /** Items sold, less those restocked. */
  quantity: number;
  /** Their revenue, integer cents. */
  revenueCents: number;
}

/** A variant that is sold out or will be soon. */
export interface LowStock {
  variantId: number;
  productId: number;
  name: string;
  sku: string;
  options: Record<string, string>;
  stock: number;
}

/** The products with the most items sold in orders since `start`. */
export async function bestSellers(database: Database, start: Date): Promise<BestSeller[]> {
  const sold = await database.select<{ productId: number; quantity: number | string; revenueCents: number | string }>(
    `SELECT v.productId, SUM(s.quantity) AS quantity, SUM(s.revenueCents) AS revenueCents
     FROM (
       SELECT i.variantId, SUM(i.quantity - i.restockedQuantity) AS quantity,
         SUM((i.quantity - i.restockedQuantity) * i.unitPriceCents) AS revenueCents
       FROM orders o JOIN order_items i ON i.orderId = o.id
       WHERE o.placedAt >= :start AND o.status IN (:revenueStatuses)
       GROUP BY i.variantId
     ) s JOIN variants v ON v.id = s.variantId
     GROUP BY v.productId HAVING SUM(s.quantity) > 0 ORDER BY quantity DESC, v.productId LIMIT ${MAX_ROWS}`,
    { start, revenueStatuses },
  );
  const id = sold.map(({ productId }) => productId);
  const [products, featuredImages] = await Promise.all([
    Product.findAll({ where: { id }, attributes: ['id', 'slug', 'name'], raw: true }),
    featuredImagesOf(id),
  ]);
  const productOf = new Map(products.map((product) => [product.id, product]));
  return sold.flatMap(({ productId, quantity, revenueCents }) => {
    const product = productOf.get(productId);
    if (!product) return [];
    const { slug, name } = product;
    const imageUrl = featuredImages.get(productId)?.imageUrl ?? null;
    return [{ productId, slug, name, imageUrl, quantity: Number(quantity), revenueCents: Number(revenueCents) }];
  });
}

/** The variants of active products with the lowest stock. */
export async function lowStock(): Promise<LowStock[]> {
  const rows = await Variant.findAll({
    where: { stock: { [Op.lte]: LOW_STOCK } },
    attributes: ['id', 'productId', 'sku', 'options', 'stock'],
    include: [{ model: Product, attributes: ['name'], where: { status: 'active' }, required: true }],
    order: ['stock', 'id'],
    limit: MAX_ROWS,
    raw: true,
    nest: true,
  });
  return rows.map(({ id, productId, sku, options, stock, product }) => ({
    variantId: id,
    productId,
    name: product?.name ?? '',
    sku,
    options,
    stock,
  }));
}
