import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { migrationTools } from '../migrate.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { keptUses } from './0026-kept-uses.ts';

const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";
const use = (orderId: number) =>
  `INSERT INTO promotion_uses (promotionId, orderId, email, createdAt, updatedAt) VALUES (1, ${orderId}, 'a@b.c', ${now})`;

test('uses outlive their promotion, and running the migration again loses none', async () => {
  await using t = await openTestDatabase();
  const read = (sql: string) => t.database.sequelize.query(sql, { type: QueryTypes.SELECT });
  const write = (sql: string) => t.database.transaction(() => t.database.sequelize.query(sql));
  await write(`INSERT INTO promotions (id, code, kind, percent, categoryIds, active, createdAt, updatedAt)
    VALUES (1, 'SPRING', 'percent', 10, '[]', TRUE, ${now})`);
  await write(use(1));
  await write('DELETE FROM promotions');
  await t.database.exclusively(() => t.database.transaction(() => keptUses.up(migrationTools(t.database))));
  await write(use(2));
  expect(await read('SELECT id, orderId FROM promotion_uses ORDER BY id')).toEqual([
    { id: 1, orderId: 1 },
    { id: 2, orderId: 2 },
  ]);
  await expect(write(use(2))).rejects.toThrow();
});
