import type { Migration } from './migration.ts';

/** Coupons, who has used them, and what an order and each of its lines were reduced by. */
export const promotions: Migration = {
  name: '0022-promotions',
  async up({ run, ddl }) {
    await run(`CREATE TABLE promotions (
      id ${ddl.id},
      code VARCHAR(40) ${ddl.nocase} NOT NULL UNIQUE,
      kind VARCHAR(20) NOT NULL,
      percent INTEGER NULL,
      amountCents INTEGER NULL,
      minSubtotalCents INTEGER NULL,
      categoryIds JSON NOT NULL,
      startsAt DATETIME(3) NULL,
      endsAt DATETIME(3) NULL,
      usageLimit INTEGER NULL,
      perCustomerLimit INTEGER NULL,
      active BOOLEAN NOT NULL,
      used INTEGER NOT NULL DEFAULT 0,
      version INTEGER NOT NULL DEFAULT 1,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      CHECK (used >= 0)) ${ddl.tableOptions}`);
    await run(`CREATE TABLE promotion_uses (
      id ${ddl.id},
      promotionId INTEGER NOT NULL,
      orderId INTEGER NOT NULL,
      userId INTEGER NULL,
      email VARCHAR(191) NOT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (promotionId) REFERENCES promotions (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_promotion_uses_orderId ON promotion_uses (orderId)');
    await run('CREATE INDEX ix_promotion_uses_userId ON promotion_uses (promotionId, userId)');
    await run('CREATE INDEX ix_promotion_uses_email ON promotion_uses (promotionId, email)');
    await run('ALTER TABLE carts ADD COLUMN couponCode VARCHAR(40)');
    await run('ALTER TABLE orders ADD COLUMN discountCents INTEGER NOT NULL DEFAULT 0');
    await run('ALTER TABLE orders ADD COLUMN couponCode VARCHAR(40)');
    await run('ALTER TABLE order_items ADD COLUMN discountCents INTEGER NOT NULL DEFAULT 0');
    // Sums of what was sold read only the index. The new one first: MariaDB keeps the last index of a foreign key.
    await run(`CREATE INDEX ix_order_items_revenue
      ON order_items (orderId, variantId, quantity, restockedQuantity, unitPriceCents, discountCents)`);
    await run(ddl.dropIndex('ix_order_items_sold', 'order_items'));
  },
};
