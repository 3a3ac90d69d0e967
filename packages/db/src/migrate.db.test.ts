import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, SchemaError } from './migrate.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase(migrate);
});
afterAll(() => t[Symbol.asyncDispose]());

test('what has run does not run again', async () => {
  expect(await migrate(t.database)).toEqual([]);
});

test('every migration there is runs, in the order of their numbers', async () => {
  const files = readdirSync(fileURLToPath(new URL('migrations', import.meta.url)));
  const written = files.flatMap((file) => /^(\d{4}-[a-z-]+)\.ts$/.exec(file)?.[1] ?? []);
  const run = await t.database.sequelize.query<{ name: string }>('SELECT name FROM migrations ORDER BY name', {
    type: QueryTypes.SELECT,
  });
  expect(run.map(({ name }) => name)).toEqual(written.sort());
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
    await sequelize.query('DROP INDEX ix_users_nameKey ON users');
    await sequelize.query('ALTER TABLE orders DROP COLUMN internalNote');
    expect(await migrate(t.database)).toEqual(names.map(({ name }) => name));
    await sequelize.query('SELECT internalNote FROM orders');
    await sequelize.query('SELECT seq FROM activity_head');
    // What is gone already is no reason to stop, either.
    await sequelize.query("DELETE FROM migrations WHERE name = '0011-unused-indexes'");
    expect(await migrate(t.database)).toEqual(['0011-unused-indexes']);
  }
  expect(await migrate(t.database)).toEqual([]);
});

test('a database of a newer version is refused, in a sentence that names what is not known', async () => {
  const { sequelize } = t.database;
  await t.database.transaction(() => sequelize.query("INSERT INTO migrations (name) VALUES ('9999-later')"));
  const refused = migrate(t.database);
  await expect(refused).rejects.toThrow(SchemaError);
  await expect(refused).rejects.toThrow(/^The database belongs to a newer version of Lantern \(it has 9999-later\)/);
  await t.database.transaction(() => sequelize.query("DELETE FROM migrations WHERE name = '9999-later'"));
  expect(await migrate(t.database)).toEqual([]);
});

test.runIf(process.env.TEST_DATABASE === 'sqlite')('what is there and not noted is a sentence, too', async () => {
  const { sequelize } = t.database;
  await t.database.transaction(() => sequelize.query("DELETE FROM migrations WHERE name = '0001-initial'"));
  await expect(migrate(t.database)).rejects.toThrow(/^The database cannot be migrated to 0001-initial: .*\.$/);
  await t.database.transaction(() => sequelize.query("INSERT INTO migrations (name) VALUES ('0001-initial')"));
});
