import type { Migration } from './migration.ts';

/** Declined tries lead to the order that was paid in the end, and an order's timeline tells money and corrections. */
export const attempts: Migration = {
  name: '0007-attempts',
  async up({ run }) {
    // Without a foreign key: orders are never deleted, and checking one would lock rows that other checkouts need.
    await run('ALTER TABLE orders ADD COLUMN retriedById INTEGER');
    await run('CREATE INDEX ix_orders_retriedById ON orders (retriedById)');
    await run('ALTER TABLE order_events ADD COLUMN amountCents INTEGER');
    await run('ALTER TABLE order_events ADD COLUMN withdrawn VARCHAR(20)');
    // Null for refunds from before: of those only the amount is known to compare.
    await run('ALTER TABLE refunds ADD COLUMN payloadHash VARCHAR(64)');
  },
};
