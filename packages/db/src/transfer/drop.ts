import type { Database } from '../database.ts';
import { models } from '../models.ts';
import { Snapshot } from './snapshot.ts';

/** Drops the tables of the store, whatever is in them; those of other programs stay. */
export async function dropTables(database: Database): Promise<void> {
  const { dialect, sequelize } = database;
  const there = await tablesIn(database);
  const childrenFirst = models.map(({ tableName }) => tableName).reverse();
  const connection = await dialect.beginLoad(sequelize);
  try {
    for (const name of childrenFirst) {
      if (there.has(name)) await dialect.execute(connection, `DROP TABLE ${name}`, []);
    }
    // Last, so that what an interruption leaves is still known as the store's.
    await dialect.execute(connection, 'DROP TABLE IF EXISTS migrations', []);
  } finally {
    await dialect.endLoad(sequelize, connection, 'COMMIT');
  }
}

async function tablesIn(database: Database): Promise<Set<string>> {
  await using snapshot = await Snapshot.open(database);
  return new Set(snapshot.tables.map(({ name }) => name));
}
