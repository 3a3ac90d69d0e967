import type { WithDatabase } from '@lantern/db/database';
import { Product, type ProductStatus } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { refreshPrices } from '../../../catalog/sale-prices.ts';
import { groupBy } from '../../../shared/group-by.ts';
import { notFound } from '../../../shared/shop-error.ts';
import type { BulkPreviewInput, BulkUpdate } from '../schema.ts';
import { isCurrent, lockVariants } from '../variants/variants.ts';
import { LockedVersion, versionColumn } from '../version.ts';
import { previousResult, recordKey } from './bulk-keys.ts';
import { assertPossible, editedSincePreview } from './bulk-problems.ts';
import { changedPrice } from './price-change.ts';

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

/** The effect of a bulk change on each product; for prices, `before` and `after` are the lowest, in cents. */
export type BulkPreview =
  | { kind: 'status'; items: PreviewItem<ProductStatus>[] }
  | { kind: 'price'; items: PricedItem[] };

/**
 * Changes nothing.
 * @throws {ShopError} NOT_FOUND, or BAD_REQUEST naming the products of which a price would fall below zero or exceed
 * the maximum.
 */
export async function previewBulk({ ids, change }: BulkPreviewInput): Promise<BulkPreview> {
  const products = await Product.findAll({
    where: { id: ids },
    attributes: ['id', 'name', 'status', versionColumn],
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
  assertPossible(chosen, variantsOf, change);
  const items = chosen.map(({ id, name, version }) => {
    const prices = (variantsOf.get(id) ?? []).map(({ sku, priceCents }) => ({
      sku,
      beforeCents: priceCents,
      afterCents: changedPrice(priceCents, change),
    }));
    const before = Math.min(...prices.map(({ beforeCents }) => beforeCents));
    const after = Math.min(...prices.map(({ afterCents }) => afterCents));
    return { id, name, version, before, after, variants: prices };
  });
  return { kind: 'price', items };
}

/**
 * Changes all of these products or, if one cannot be changed, none; each gets its own log entry. Returns how
 * many have changed; for a key that was used before, the same result as then.
 * @throws {ShopError} like the preview; CONFLICT `version_conflict` naming the products edited since their
 * version, or `idempotency_key_reused`.
 */
export function updateBulk(services: WithDatabase, input: BulkUpdate): Promise<{ changed: number }> {
  const { products: selected, change } = input;
  const ids = selected.map(({ id }) => id);
  return services.database.transaction(async () => {
    const products = await Product.findAll({ where: { id: ids }, order: ['id'], lock: true });
    inOrder(ids, products);
    // A concurrent retry has waited for the locks, so that it finds the recorded result.
    const earlier = await previousResult(input);
    if (earlier !== null) return { changed: earlier };
    const rowsOf = groupBy(await lockVariants(ids), ({ productId }) => productId);
    const versionOf = new Map(
      products.map((product) => [product.id, new LockedVersion(product, rowsOf.get(product.id) ?? [])]),
    );
    const outdated = selected.filter(
      ({ id, version }) => version !== undefined && !versionOf.get(id)?.accepts(version),
    );
    if (outdated.length > 0)
      throw editedSincePreview(
        inOrder(
          outdated.map(({ id }) => id),
          products,
        ),
      );
    if (change.kind !== 'status') assertPossible(products, rowsOf, change);
    let changed = 0;
    for (const product of products) {
      const own = (rowsOf.get(product.id) ?? []).filter(isCurrent);
      if (change.kind === 'status') product.status = change.status;
      else for (const variant of own) variant.priceCents = changedPrice(variant.priceCents, change);
      const changedRows = [product, ...own].filter((row) => row.changed() !== false);
      if (changedRows.length === 0) continue;
      versionOf.get(product.id)?.increment();
      for (const row of new Set([product, ...changedRows])) await row.save();
      changed++;
    }
    if (change.kind !== 'status') await refreshPrices(products.map(({ id }) => id));
    await recordKey(input, changed);
    return { changed };
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
