import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { migrationTools } from '../migrate.ts';
import { migrateBefore } from '../testing/older-version.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { stockMovements } from './0045-stock-movements.ts';

const now = "'2026-03-31 10:00:00.000'";

test('what is in stock is the first movement of every variant', async () => {
  await using t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateBefore(database, stockMovements.name);
      await run(`INSERT INTO products (id, slug, name, description, status, priceCents, createdAt, updatedAt)
      VALUES (1, 'mug', 'Mug', '', 'active', 900, ${now}, ${now})`);
      for (const stock of [0, 12]) {
        await run(`INSERT INTO variants (productId, sku, options, priceCents, stock, createdAt, updatedAt)
        VALUES (1, 'MUG-${stock}', '{}', 900, ${stock}, ${now}, ${now})`);
      }
    }),
  );
  await t.database.exclusively(() => t.database.transaction(() => stockMovements.up(migrationTools(t.database))));
  const rows = await t.database.sequelize.query('SELECT variantId, quantity, reason FROM stock_movements ORDER BY id', {
    type: QueryTypes.SELECT,
  });
  expect(rows).toEqual([
    { variantId: 1, quantity: 0, reason: 'initial' },
    { variantId: 2, quantity: 12, reason: 'initial' },
  ]);
});
