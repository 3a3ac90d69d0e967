import type { Migration } from './migration.ts';

const living = 'FROM variants v WHERE v.productId = products.id AND v.archivedAt IS NULL';

/** Variants that are removed keep their row, stock says when it moved, and old addresses lead on. */
export const variants: Migration = {
  name: '0006-variants',
  async up({ run, ddl: { id, tableOptions } }) {
    await run('ALTER TABLE variants ADD COLUMN archivedAt DATETIME(3)');
    await run('ALTER TABLE variants ADD COLUMN archivedSku VARCHAR(64)');
    await run('ALTER TABLE variants ADD COLUMN archivedStock INTEGER');
    await run('ALTER TABLE variants ADD COLUMN stockMoves INTEGER NOT NULL DEFAULT 0');
    await run('ALTER TABLE products ADD COLUMN stockMovesSeen INTEGER NOT NULL DEFAULT 0');
    await run(`CREATE TABLE former_slugs (entity VARCHAR(20) NOT NULL CHECK (entity IN ('product', 'category')),
      slug VARCHAR(160) NOT NULL, entityId INTEGER NOT NULL, PRIMARY KEY (entity, slug)) ${tableOptions}`);
    await run('CREATE INDEX ix_former_slugs_entityId ON former_slugs (entity, entityId)');
    await run(`CREATE TABLE bulk_changes (id ${id}, idempotencyKey VARCHAR(100) NOT NULL UNIQUE,
      payloadHash VARCHAR(64) NOT NULL, changedCount INTEGER NOT NULL,
      createdAt DATETIME(3) NOT NULL, updatedAt DATETIME(3) NOT NULL) ${tableOptions}`);
    // A product's price is the lowest of what can be bought, and no longer that of what has sold out.
    await run(`UPDATE products SET priceCents = COALESCE((SELECT MIN(v.priceCents) ${living} AND v.stock > 0),
      (SELECT MIN(v.priceCents) ${living}), priceCents)`);
  },
};
