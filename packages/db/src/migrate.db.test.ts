import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase(migrate);
});
afterAll(() => t[Symbol.asyncDispose]());

test('what has run does not run again', async () => {
  expect(await migrate(t.database)).toEqual([]);
});

test('a run that was killed half way goes on where it stopped', async () => {
  const { sequelize, dialect } = t.database;
  const names = await sequelize.query<{ name: string }>('SELECT name FROM migrations ORDER BY name', {
    type: QueryTypes.SELECT,
  });
  // SQLite has all of a migration or none of it; on MySQL each statement stays by itself.
  if (dialect.name === 'mysql') {
    await sequelize.query('DELETE FROM migrations');
    await sequelize.query('DROP TABLE activity_head');
    await sequelize.query('DROP INDEX ix_users_name ON users');
    await sequelize.query('ALTER TABLE orders DROP COLUMN internalNote');
    expect(await migrate(t.database)).toEqual(names.map(({ name }) => name));
    await sequelize.query('SELECT internalNote FROM orders');
    await sequelize.query('SELECT seq FROM activity_head');
  }
  expect(await migrate(t.database)).toEqual([]);
});
