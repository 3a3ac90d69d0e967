import type { WithDatabase } from '@lantern/db/database';
import { Product, type ProductStatus } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { MAX_PRICE_CENTS } from '../../../catalog/limits.ts';
import { refreshPrices } from '../../../catalog/sale-prices.ts';
import { groupBy } from '../../../shared/group-by.ts';
import { notFound, ShopError } from '../../../shared/shop-error.ts';
import type { BulkPreviewInput, BulkUpdate } from '../schema.ts';
import { isCurrent, lockVariants } from '../variants/variants.ts';
import { LockedVersion, versionColumn } from '../version.ts';
import { previousResult, recordKey } from './bulk-keys.ts';
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

/** Changes nothing. @throws {ShopError} NOT_FOUND, or BAD_REQUEST if a price would exceed the maximum. */
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
    let changed = 0;
    for (const product of products) {
      const own = (rowsOf.get(product.id) ?? []).filter(isCurrent);
      if (change.kind === 'status') product.status = change.status;
      else for (const variant of own) variant.priceCents = newPrice(variant.priceCents, change.percent);
      const changedRows = [product, ...own].filter((row) => row.changed() !== false);
      if (changedRows.length === 0) continue;
      versionOf.get(product.id)?.increment();
      for (const row of new Set([product, ...changedRows])) await row.save();
      changed++;
    }
    if (change.kind === 'price') await refreshPrices(products.map(({ id }) => id));
    await recordKey(input, changed);
    return { changed };
  });
}

function editedSincePreview(products: Product[]): ShopError {
  const names = products.map(({ name }) => `“${name}”`);
  const listed = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
  return new ShopError(
    'CONFLICT',
    `Changed since the preview: ${listed}. Nothing was changed. Please review it again.`,
    {
      reason: 'version_conflict',
      details: { ids: products.map(({ id }) => id).join(',') },
    },
  );
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
