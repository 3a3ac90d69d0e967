import { randomBytes } from 'node:crypto';
import type { Migration } from './migration.ts';

/** Orders without an account: they have an email, and the cookie of the guest who placed them. */
export const guestOrders: Migration = {
  name: '0015-guest-orders',
  async up({ run, ddl }) {
    await run(ddl.allowNull('orders', 'userId', 'INTEGER'));
    await run('ALTER TABLE orders ADD COLUMN guestHash VARCHAR(64)');
    await run('ALTER TABLE orders ADD COLUMN email VARCHAR(191)');
    await run('CREATE UNIQUE INDEX ux_orders_guest ON orders (guestHash, idempotencyKey)');
    await run('CREATE INDEX ix_orders_email ON orders (email, id)');
    await run(`CREATE TABLE secrets (name VARCHAR(40) NOT NULL PRIMARY KEY, value VARCHAR(64) NOT NULL)
      ${ddl.tableOptions}`);
    // Signs the links to guests' orders.
    const key = randomBytes(32).toString('hex');
    await run("INSERT INTO secrets (name, value) VALUES ('order-links', ?)", [key]);
  },
};
