import type { Migration } from './migration.ts';

/** Orders are listed by their total, all of them or those of a status. */
export const orderTotals: Migration = {
  name: '0041-order-totals',
  async up({ run }) {
    await run('CREATE INDEX ix_orders_totalCents ON orders (totalCents, id)');
    await run('CREATE INDEX ix_orders_status_totalCents ON orders (status, totalCents, id)');
  },
};
