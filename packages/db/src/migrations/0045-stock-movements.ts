import type { Migration } from './migration.ts';

/** Every change of stock gets a row, so that stock can be derived. What there is now is the first. */
export const stockMovements: Migration = {
  name: '0045-stock-movements',
  async up({ run, ddl }) {
    await run(`CREATE TABLE stock_movements (
      id ${ddl.id},
      variantId INTEGER NOT NULL,
      quantity INTEGER NOT NULL,
      reason VARCHAR(20) NOT NULL CHECK (reason IN
        ('initial', 'sale', 'payment_failed', 'cancellation', 'refund', 'return', 'admin', 'repair')),
      orderId INTEGER NULL,
      entrySeq INTEGER NULL,
      at DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
    await run('CREATE INDEX ix_stock_movements_variantId ON stock_movements (variantId, id)');
    await run('CREATE INDEX ix_stock_movements_orderId ON stock_movements (orderId, variantId)');
    // An interrupted run may have written some.
    await run(`INSERT INTO stock_movements (variantId, quantity, reason, at)
      SELECT id, stock, 'initial', updatedAt FROM variants WHERE id NOT IN (SELECT variantId FROM stock_movements)`);
  },
};
