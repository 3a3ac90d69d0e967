import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { migrate, migrations, migrationTools, SchemaError } from './migrate.ts';
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

// SQLite has all of a migration or none of it; on MySQL each statement commits by itself.
test.runIf(process.env.TEST_DATABASE === 'mariadb')(
  'a run that was killed at any statement goes on there',
  async () => {
    await using fresh = await openTestDatabase(async () => undefined);
    const tools = migrationTools(fresh.database);
    for (const { name, up } of migrations) {
      // Killed before its first statement, its second one and so on, until none is left to be killed before.
      for (let survived = 0, killed = true; killed; survived++) {
        killed = false;
        let done = 0;
        const run: typeof tools.run = (sql, values) => {
          if (done++ < survived) return tools.run(sql, values);
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
