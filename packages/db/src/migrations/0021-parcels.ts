import type { Migration } from './migration.ts';

const statuses = [
  'pending',
  'paid',
  'payment_failed',
  'partially_shipped',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
];

/** What leaves the store is a parcel, and an order may leave in several. What has left before has none. */
export const parcels: Migration = {
  name: '0021-parcels',
  async up({ run, ddl }) {
    const allowed = statuses.map((status) => `'${status}'`).join(', ');
    const status = ddl.redefine({
      table: 'orders',
      column: 'status',
      definition: (name) => `VARCHAR(20) NOT NULL DEFAULT 'pending' CHECK (${name} IN (${allowed}))`,
      indexes: { ix_orders_status_id: 'status, id', ix_orders_status_placedAt_id: 'status, placedAt, id, totalCents' },
      check: 1,
    });
    for (const statement of status) await run(statement);
    await run(`CREATE TABLE parcels (
      id ${ddl.id},
      orderId INTEGER NOT NULL,
      position INTEGER NOT NULL,
      carrier VARCHAR(60) NULL,
      trackingNumber VARCHAR(80) NULL,
      trackingUrl VARCHAR(500) NULL,
      shippedAt DATETIME(3) NOT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (orderId) REFERENCES orders (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_parcels_orderId_position ON parcels (orderId, position)');
    await run(`CREATE TABLE parcel_items (
      id ${ddl.id},
      parcelId INTEGER NOT NULL,
      orderItemId INTEGER NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (parcelId) REFERENCES parcels (id) ON DELETE CASCADE,
      FOREIGN KEY (orderItemId) REFERENCES order_items (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_parcel_items_parcelId_orderItemId ON parcel_items (parcelId, orderItemId)');
    await run('CREATE INDEX ix_parcel_items_orderItemId ON parcel_items (orderItemId)');
  },
};
