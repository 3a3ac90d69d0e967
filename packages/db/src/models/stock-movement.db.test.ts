import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';
import { movementReasons } from './stock-movement.ts';

test("the database's CHECK allows exactly the listed reasons", async () => {
  await using t = await openTestDatabase();
  const sql =
    process.env.TEST_DATABASE === 'mariadb'
      ? `SELECT check_clause AS clause FROM information_schema.check_constraints
         WHERE constraint_schema = DATABASE() AND table_name = 'stock_movements'`
      : "SELECT sql AS clause FROM sqlite_master WHERE name = 'stock_movements'";
  const [row] = await t.database.sequelize.query<{ clause: string }>(sql, { type: QueryTypes.SELECT });
  const [, list = ''] = /reason`? IN\s*\(([^)]*)\)/i.exec(row?.clause ?? '') ?? [];
  expect([...list.matchAll(/'(\w+)'/g)].map(([, reason]) => reason).sort()).toEqual([...movementReasons].sort());
});
