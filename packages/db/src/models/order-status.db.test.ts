import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { orderStatuses } from './order-status.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

test("the database's CHECK allows exactly the listed order statuses", async () => {
  const sql =
    process.env.TEST_DATABASE === 'mariadb'
      ? `SELECT check_clause AS clause FROM information_schema.check_constraints
         WHERE constraint_schema = DATABASE() AND table_name = 'orders' AND check_clause LIKE '%payment_failed%'`
      : "SELECT sql AS clause FROM sqlite_master WHERE name = 'orders'";
  const [row] = await t.database.sequelize.query<{ clause: string }>(sql, { type: QueryTypes.SELECT });
  const [, list = ''] = /status`? IN\s*\(([^)]*)\)/i.exec(row?.clause ?? '') ?? [];
  expect([...list.matchAll(/'(\w+)'/g)].map(([, status]) => status).sort()).toEqual([...orderStatuses].sort());
});
