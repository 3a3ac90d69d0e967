import { QueryTypes, type Sequelize } from 'sequelize';
import { Umzug, type UmzugStorage } from 'umzug';
import type { Database } from './database.ts';
import { initial } from './migrations/0001-initial.ts';
import { admin } from './migrations/0002-admin.ts';
import { search } from './migrations/0004-search.ts';
import { attempts } from './migrations/0007-attempts.ts';
import { upkeep } from './migrations/0008-upkeep.ts';
import type { Migration } from './migrations/migration.ts';

/** Oldest first; forward only: a mistake is mended by the next migration. */
const migrations: Migration[] = [initial, admin, search, attempts, upkeep];

/**
 * Brings the database to today's schema, and answers the names of the migrations it ran.
 * The caller holds `database.exclusively`, so that two servers starting at once run each one once.
 * A run that was interrupted goes on where it stopped.
 */
export async function migrate(database: Database): Promise<string[]> {
  const { sequelize, dialect } = database;
  const run = async (sql: string) => {
    await sequelize.query(sql).catch((error: unknown) => {
      if (!dialect.isThereAlready(error)) throw error;
    });
  };
  return database.transaction(async () => {
    const umzug = new Umzug({
      migrations: migrations.map(({ name, up }) => ({ name, up: () => up({ run, ddl: dialect.ddl }) })),
      storage: await storageIn(sequelize),
      logger: undefined,
    });
    return (await umzug.up()).map(({ name }) => name);
  });
}

/** umzug's own Sequelize storage calls `sync()`, which must never touch this schema. */
async function storageIn(sequelize: Sequelize): Promise<UmzugStorage> {
  await sequelize.query('CREATE TABLE IF NOT EXISTS migrations (name VARCHAR(100) NOT NULL PRIMARY KEY)');
  return {
    async executed() {
      const rows = await sequelize.query<{ name: string }>('SELECT name FROM migrations ORDER BY name', {
        type: QueryTypes.SELECT,
      });
      return rows.map(({ name }) => name);
    },
    async logMigration({ name }) {
      await sequelize.query('INSERT INTO migrations (name) VALUES (?)', { replacements: [name] });
    },
    async unlogMigration() {
      throw new Error('Migrations run forward only.');
    },
  };
}
