import { GENESIS_HASH } from '../activity/chain.ts';
import type { Migration } from './migration.ts';

const times = 'createdAt DATETIME(3) NOT NULL, updatedAt DATETIME(3) NOT NULL';

/** The admin's side: the end of the activity log, refunds in part, uploaded pictures, notes on orders. */
export const admin: Migration = {
  name: '0002-admin',
  async up({ run, ddl: { id, tableOptions } }) {
    await run(`CREATE TABLE activity_head (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      seq INTEGER NOT NULL, hash VARCHAR(64) NOT NULL) ${tableOptions}`);
    await run(`INSERT INTO activity_head (id, seq, hash) VALUES (1, 0, '${GENESIS_HASH}')`);
    await run(`CREATE TABLE refunds (id ${id}, paymentId INTEGER NOT NULL, providerKey VARCHAR(100) NOT NULL UNIQUE,
      amountCents INTEGER NOT NULL CHECK (amountCents > 0),
      status VARCHAR(20) NOT NULL CHECK (status IN ('due', 'done')), ${times},
      FOREIGN KEY (paymentId) REFERENCES payments (id) ON DELETE RESTRICT) ${tableOptions}`);
    await run(`CREATE TABLE media_assets (id ${id}, sha256 VARCHAR(64) NOT NULL UNIQUE, fileName VARCHAR(200) NOT NULL,
      url VARCHAR(255) NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, ${times}) ${tableOptions}`);
    await run('ALTER TABLE orders ADD COLUMN internalNote TEXT');
    await run('ALTER TABLE order_items ADD COLUMN restockedQuantity INTEGER NOT NULL DEFAULT 0');
    // Until now a payment was given back as a whole, without a row of its own.
    await run(`INSERT INTO refunds (paymentId, providerKey, amountCents, status, createdAt, updatedAt)
      SELECT id, CONCAT(providerKey, '-refund'), amountCents, CASE status WHEN 'refunded' THEN 'done' ELSE 'due' END,
        updatedAt, updatedAt FROM payments WHERE status IN ('refund_due', 'refunded') AND amountCents > 0`);
    await run("UPDATE payments SET refundedCents = amountCents WHERE status = 'refund_due'");
    await run('CREATE INDEX ix_refunds_paymentId ON refunds (paymentId)');
    await run('CREATE INDEX ix_refunds_status ON refunds (status, id)');
    await run('CREATE INDEX ix_refunds_createdAt ON refunds (createdAt)');
    await run('CREATE INDEX ix_orders_placedAt ON orders (placedAt)');
    await run('CREATE INDEX ix_orders_status_placedAt ON orders (status, placedAt, totalCents)');
    await run(`CREATE INDEX ix_order_items_sold
      ON order_items (orderId, variantId, quantity, restockedQuantity, unitPriceCents)`);
    await run('CREATE INDEX ix_users_role_createdAt ON users (role, createdAt)');
    await run('CREATE INDEX ix_users_role ON users (role, id)');
    await run('CREATE INDEX ix_users_name ON users (name)');
    await run('CREATE INDEX ix_products_name ON products (name, id)');
    await run('CREATE INDEX ix_products_priceCents ON products (priceCents, id)');
    await run('CREATE INDEX ix_variants_stock ON variants (stock, id)');
    await run('CREATE INDEX ix_activity_entries_at ON activity_entries (at)');
    await run('CREATE INDEX ix_activity_entries_actorEmail ON activity_entries (actorEmail, seq)');
  },
};
