import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateBefore } from '../testing/older-version.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { namesInOrder } from './0047-names-in-order.ts';

const now = "'2026-03-31 10:00:00.000'";

test('names of before have keys, and where there is no name there is none', async () => {
  await using t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateBefore(database, namesInOrder.name);
      await run(`INSERT INTO products (id, slug, name, nameKey, description, specification, status, priceCents, version,
          stockMovesSeen, stock, createdAt, updatedAt)
        VALUES (1, 'clock', 'Clock', 'clock', '', '[]', 'active', 100, 1, 0, 0, ${now}, ${now})`);
      await run(`INSERT INTO product_texts (productId, language, name, tagline, createdAt, updatedAt) VALUES
        (1, 'de', 'Äußerst große Uhr', NULL, ${now}, ${now}), (1, 'fr', NULL, 'Belle', ${now}, ${now})`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
  const sql = 'SELECT language, nameKey FROM product_texts ORDER BY language';
  expect(await t.database.sequelize.query(sql, { type: QueryTypes.SELECT })).toEqual([
    { language: 'de', nameKey: 'ausserst grosse uhr' },
    { language: 'fr', nameKey: null },
  ]);
});
