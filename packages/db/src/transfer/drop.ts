import type { Database } from '../database.ts';
import { beginPart, UNFINISHED } from '../migrate.ts';
import { models } from '../models.ts';
import { Snapshot } from './snapshot.ts';

/**
 * Drops the tables of the store, whatever is in them; those of other programs stay. From its beginning until `loadTables`
 * has filled it, no store uses the database.
 */
export async function dropTables(database: Database): Promise<void> {
  const { dialect, sequelize } = database;
  await beginPart(database);
  const there = await tablesIn(database);
  const childrenFirst = models.map(({ tableName }) => tableName).reverse();
  const connection = await dialect.beginLoad(sequelize);
  try {
    for (const name of childrenFirst) {
      if (there.has(name)) await dialect.execute(connection, `DROP TABLE ${name}`, []);
    }
    await dialect.execute(connection, 'DELETE FROM migrations WHERE name <> ?', [UNFINISHED]);
  } finally {
    await dialect.endLoad(sequelize, connection, 'COMMIT');
  }
}

async function tablesIn(database: Database): Promise<Set<string>> {
  await using snapshot = await Snapshot.open(database);
  return new Set(snapshot.tables.map(({ name }) => name));
}
