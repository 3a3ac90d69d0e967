import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateToFirst } from '../testing/older-version.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let t: TestDatabase;
const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";
beforeAll(async () => {
  t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const tools = await migrateToFirst(database);
      await tools.run(
        `INSERT INTO categories (slug, name, tint, createdAt, updatedAt) VALUES ('tea', 'Tea', 3, ${now})`,
      );
      await tools.run(`INSERT INTO products (slug, name, description, highlight, createdAt, updatedAt)
        VALUES ('pot', 'Pot', '', 'Fired twice', ${now})`);
      // The state after an interrupted run on a database whose DDL commits implicitly.
      await tools.run('ALTER TABLE categories RENAME COLUMN tint TO accent');
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
});
afterAll(() => t[Symbol.asyncDispose]());

test('renamed columns keep their values, and an interrupted run resumes', async () => {
  const read = (sql: string) => t.database.sequelize.query(sql, { type: QueryTypes.SELECT });
  expect(await read('SELECT slug, accent FROM categories')).toEqual([{ slug: 'tea', accent: 3 }]);
  expect(await read('SELECT slug, tagline FROM products')).toEqual([{ slug: 'pot', tagline: 'Fired twice' }]);
  expect(await read('SELECT idempotencyKey FROM payments')).toEqual([]);
  expect(await read('SELECT idempotencyKey FROM refunds')).toEqual([]);
  expect(await read('SELECT fileName FROM uploaded_images')).toEqual([]);
});
