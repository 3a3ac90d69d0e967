import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { migrate, migrations, migrationTools, SchemaError, toleratedMigrations } from './migrate.ts';
import { migrateToFirst } from './testing/older-version.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase(migrate);
});
afterAll(() => t[Symbol.asyncDispose]());

test('migrations that have run do not run again', async () => {
  expect(await migrate(t.database)).toEqual([]);
});

test('every migration runs, in the order of the numbers', async () => {
  const files = readdirSync(fileURLToPath(new URL('migrations', import.meta.url)));
  const written = files.flatMap((file) => /^(\d{4}-[a-z-]+)\.ts$/.exec(file)?.[1] ?? []);
  const run = await t.database.sequelize.query<{ name: string }>('SELECT name FROM migrations ORDER BY name', {
    type: QueryTypes.SELECT,
  });
  expect(run.map(({ name }) => name)).toEqual(written.sort());
});

// On SQLite a migration is applied completely or not at all; on MySQL each DDL statement commits implicitly.
test.runIf(process.env.TEST_DATABASE === 'mariadb')(
  'a migration killed before any of its statements resumes on MySQL',
  async () => {
    await using fresh = await openTestDatabase(async () => undefined);
    const tools = migrationTools(fresh.database);
    for (const { name, up } of migrations) {
      // Kill it before its first statement, then before its second one and so on, until it completes.
      for (let completed = 0, killed = true; killed; completed++) {
        killed = false;
        let executed = 0;
        const run: typeof tools.run = (sql, values) => {
          if (executed++ < completed) return tools.run(sql, values);
          killed = true;
          throw new Error('Killed.');
        };
        const attempt = fresh.database.transaction(() => up({ ...tools, run }));
        await attempt.catch((error: unknown) => expect([name, String(error)]).toEqual([name, 'Error: Killed.']));
      }
    }
    const columnsOf = (database: Database) =>
      database.sequelize.query(
        `SELECT table_name, column_name, column_type FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name <> 'migrations' ORDER BY 1, ordinal_position`,
        { type: QueryTypes.SELECT },
      );
    expect(await columnsOf(fresh.database)).toEqual(await columnsOf(t.database));
  },
);

test('a database of a newer version is refused with the names of the unknown migrations', async () => {
  const { sequelize } = t.database;
  await t.database.transaction(() => sequelize.query("INSERT INTO migrations (name) VALUES ('9999-later')"));
  const refused = migrate(t.database);
  await expect(refused).rejects.toThrow(SchemaError);
  await expect(refused).rejects.toThrow(/^The database belongs to a newer version of Lantern \(it has 9999-later\)/);
  await t.database.transaction(() => sequelize.query("DELETE FROM migrations WHERE name = '9999-later'"));
  expect(await migrate(t.database)).toEqual([]);
});

test('a database whose newer migrations let this version go on is used as it is', async () => {
  const { sequelize } = t.database;
  const last = migrations.at(-1)?.name ?? '';
  const later = (name: string, runsWith: string) =>
    t.database.transaction(() =>
      sequelize.query('INSERT INTO migrations (name, runsWith) VALUES (?, ?)', { replacements: [name, runsWith] }),
    );
  await later('9998-later', last);
  expect(await migrate(t.database)).toEqual([]);
  expect(await toleratedMigrations(t.database)).toEqual(['9998-later']);
  // One that only the version in between can work with.
  await later('9999-much-later', '9998-later');
  await expect(migrate(t.database)).rejects.toThrow(/newer version of Lantern \(it has 9999-much-later\)/);
  await t.database.transaction(() => sequelize.query("DELETE FROM migrations WHERE name LIKE '%later'"));
});

test('migrations that the previous release does not have say that it can go on', async () => {
  const [before, ...newer] = migrations.slice(-3).map(({ name }) => name);
  // As it was when no migration said so.
  await using old = await openTestDatabase((database) => database.transaction(() => migrateToFirst(database)));
  await old.database.exclusively(() => migrate(old.database, { migration: before ?? '', tables: {} }));
  const sql = 'SELECT name, runsWith FROM migrations WHERE runsWith IS NOT NULL ORDER BY name';
  expect(await old.database.sequelize.query(sql, { type: QueryTypes.SELECT })).toEqual(
    newer.map((name) => ({ name, runsWith: before })),
  );
});

test.runIf(process.env.TEST_DATABASE === 'sqlite')('a failing migration is reported in one sentence', async () => {
  const { sequelize } = t.database;
  await t.database.transaction(() => sequelize.query("DELETE FROM migrations WHERE name = '0001-initial'"));
  await expect(migrate(t.database)).rejects.toThrow(/^The database cannot be migrated to 0001-initial: .*\.$/);
  await t.database.transaction(() => sequelize.query("INSERT INTO migrations (name) VALUES ('0001-initial')"));
});
