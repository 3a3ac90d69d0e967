import type { Database } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { refreshPrices } from '../../catalog/sale-prices.ts';
import { lockVariants } from '../../stock/stock-locks.ts';
import { byRow } from '../by-row.ts';
import { idsIn } from '../difference.ts';
import { logRepair } from '../log-repair.ts';

const ADVICE = 'More has left than ever came in: count what is there, and set the stock by hand.';

/** What is in stock of each variant, removed ones included, against the sum of its movements. */
export const stock = byRow({
  name: 'stock',
  table: 'variants',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT v.id AS id FROM variants v LEFT JOIN (
         SELECT variantId, SUM(quantity) AS quantity FROM stock_movements
         WHERE variantId > :after AND variantId <= :through GROUP BY variantId) m ON m.variantId = v.id
       WHERE v.id > :after AND v.id <= :through AND v.stock <> COALESCE(m.quantity, 0) ORDER BY v.id`,
      range,
    ),
  async examine({ database }, id) {
    // As for a change of what is for sale: mending may be one.
    const [variant] = await lockVariants([id], [id]);
    if (!variant) return [];
    const expected = await sumOf(database, id);
    if (variant.stock === expected) return [];
    const { sku, archivedSku } = await Variant.unscoped().findByPk(id, { raw: true, rejectOnEmpty: true });
    const advice = expected < 0 ? ADVICE : null;
    return [{ what: 'stock', where: `variant ${archivedSku ?? sku}`, expected, found: variant.stock, advice }];
  },
  async mend({ database }, id, findings) {
    const variant = await Variant.unscoped().findByPk(id, { raw: true, rejectOnEmpty: true });
    const { productId, sku, archivedSku, stockMoves } = variant;
    // Past the rows of the model, which would enter it in the ledger as another movement.
    const after = { stock: await sumOf(database, id), stockMoves: stockMoves + 1 };
    await Variant.unscoped().update(after, { where: { id } });
    await refreshPrices([productId]);
    const field = `variants.${archivedSku ?? sku}.stock`;
    logRepair(
      await Product.findByPk(productId, { rejectOnEmpty: true }),
      findings.map((finding) => ({ ...finding, what: field })),
    );
  },
});

async function sumOf(database: Database, variantId: number): Promise<number> {
  const [row] = await database.select<{ quantity: number | string | null }>(
    'SELECT SUM(quantity) AS quantity FROM stock_movements WHERE variantId = :variantId',
    { variantId },
  );
  return Number(row?.quantity ?? 0);
}
