import type { Migration } from './migration.ts';

/** What customers ask to send back, and what became of it. */
export const returns: Migration = {
  name: '0023-returns',
  async up({ run, ddl }) {
    await run(`CREATE TABLE order_returns (
      id ${ddl.id},
      orderId INTEGER NOT NULL,
      number VARCHAR(30) NOT NULL UNIQUE,
      status VARCHAR(20) NOT NULL CHECK (status IN ('requested', 'accepted', 'refused', 'received')),
      reason VARCHAR(500) NOT NULL,
      note VARCHAR(500) NULL,
      restocked TINYINT(1) NOT NULL DEFAULT 0,
      requestedAt DATETIME(3) NOT NULL,
      decidedAt DATETIME(3) NULL,
      receivedAt DATETIME(3) NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      CHECK ((status = 'requested') = (decidedAt IS NULL)),
      CHECK ((status = 'received') = (receivedAt IS NOT NULL)),
      CHECK (restocked = 0 OR status = 'received'),
      FOREIGN KEY (orderId) REFERENCES orders (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE INDEX ix_order_returns_orderId ON order_returns (orderId)');
    await run('CREATE INDEX ix_order_returns_status_id ON order_returns (status, id)');
    await run(`CREATE TABLE order_return_items (
      id ${ddl.id},
      returnId INTEGER NOT NULL,
      orderItemId INTEGER NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (returnId) REFERENCES order_returns (id) ON DELETE CASCADE,
      FOREIGN KEY (orderItemId) REFERENCES order_items (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run(
      'CREATE UNIQUE INDEX ux_order_return_items_returnId_orderItemId ON order_return_items (returnId, orderItemId)',
    );
    await run('CREATE INDEX ix_order_return_items_orderItemId ON order_return_items (orderItemId)');
  },
};
