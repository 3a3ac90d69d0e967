import { Product, type ProductStatus } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { MAX_PRICE_CENTS } from '../../catalog/schema.ts';
import type { Shop } from '../../context.ts';
import { groupBy } from '../../shared/group-by.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { changedPrice } from './price-change.ts';
import type { BulkInput } from './schema.ts';
import { lockVariants, lowestPrice } from './variants.ts';

interface PreviewItem<Value> {
  id: number;
  name: string;
  version: number;
  before: Value;
  after: Value;
}

interface PricedItem extends PreviewItem<number> {
  variants: { sku: string; beforeCents: number; afterCents: number }[];
}

/** What a bulk change would make of each product; of prices, `before` and `after` are the lowest, in cents. */
export type BulkPreview =
  | { kind: 'status'; items: PreviewItem<ProductStatus>[] }
  | { kind: 'price'; items: PricedItem[] };

/** Changes nothing. @throws {ShopError} NOT_FOUND, or BAD_REQUEST where a price would grow beyond all bounds. */
export async function previewBulk({ ids, change }: BulkInput): Promise<BulkPreview> {
  const products = await Product.findAll({
    where: { id: ids },
    attributes: ['id', 'name', 'version', 'status'],
    raw: true,
  });
  const chosen = inOrder(ids, products);
  if (change.kind === 'status') {
    const items = chosen.map(({ status, ...product }) => ({ ...product, before: status, after: change.status }));
    return { kind: 'status', items };
  }
  const variants = await Variant.findAll({
    where: { productId: ids },
    order: ['productId', 'position', 'id'],
    raw: true,
  });
  const variantsOf = groupBy(variants, ({ productId }) => productId);
  const items = chosen.map(({ id, name, version }) => {
    const prices = (variantsOf.get(id) ?? []).map(({ sku, priceCents }) => ({
      sku,
      beforeCents: priceCents,
      afterCents: newPrice(priceCents, change.percent),
    }));
    const before = Math.min(...prices.map(({ beforeCents }) => beforeCents));
    const after = Math.min(...prices.map(({ afterCents }) => afterCents));
    return { id, name, version, before, after, variants: prices };
  });
  return { kind: 'price', items };
}

/**
 * Changes all of these products or, where one cannot be changed, none; each leaves its own entry in the
 * log. Answers how many are different now. @throws {ShopError} as the preview does.
 */
export function updateBulk(shop: Shop, { ids, change }: BulkInput): Promise<{ changed: number }> {
  return shop.database.transaction(async () => {
    const products = await Product.findAll({ where: { id: ids }, order: ['id'], lock: true });
    inOrder(ids, products);
    const variants = change.kind === 'price' ? await lockVariants(ids) : [];
    const variantsOf = groupBy(variants, ({ productId }) => productId);
    let changed = 0;
    for (const product of products) {
      const own = variantsOf.get(product.id) ?? [];
      if (change.kind === 'status') product.status = change.status;
      else product.priceCents = lowestPrice(own.map((variant) => reprice(variant, change.percent)));
      const different = [product, ...own].filter((row) => row.changed() !== false);
      if (different.length === 0) continue;
      product.version += 1;
      for (const row of new Set([product, ...different])) await row.save();
      changed++;
    }
    return { changed };
  });
}

function reprice(variant: Variant, percent: number): Variant {
  return variant.set({ priceCents: newPrice(variant.priceCents, percent) });
}

function newPrice(priceCents: number, percent: number): number {
  const changed = changedPrice(priceCents, percent);
  if (changed <= MAX_PRICE_CENTS) return changed;
  throw new ShopError('BAD_REQUEST', 'One of these prices would become too high.', {
    fieldErrors: { 'change.percent': ['One of these prices would become too high.'] },
  });
}

function inOrder<Row extends { id: number }>(ids: number[], rows: Row[]): Row[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const row = rowOf.get(id);
    if (!row) throw notFound('product');
    return row;
  });
}
