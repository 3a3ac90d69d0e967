import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Database } from '../database.ts';
import { migrate } from '../migrate.ts';

/** A migrated database of its own for one test file, and how to get rid of it. */
export interface TestDatabase extends AsyncDisposable {
  database: Database;
  url: string;
}

/**
 * Makes one on the database under test: `TEST_DATABASE=mariadb` takes the server of
 * `TEST_MARIADB_URL`, anything else a SQLite file. `setUp` may leave it at an older schema than today's.
 */
export async function openTestDatabase(
  setUp: (database: Database) => Promise<unknown> = migrate,
): Promise<TestDatabase> {
  const place = process.env.TEST_DATABASE === 'mariadb' ? await onServer() : inFile();
  const database = Database.open(place.url);
  await database.exclusively(() => setUp(database));
  return {
    database,
    url: place.url,
    async [Symbol.asyncDispose]() {
      await database.close();
      await place.remove();
    },
  };
}

interface Place {
  url: string;
  remove(): Promise<void>;
}

function inFile(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-test-'));
  return {
    url: `sqlite:${join(folder, 'test.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function onServer(): Promise<Place> {
  const server = process.env.TEST_MARIADB_URL;
  if (!server) throw new Error('TEST_MARIADB_URL is not set: run the tests with `npm test`.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administer = async (sql: string) => {
    const connection = await createConnection(server);
    await connection.query(sql);
    await connection.end();
  };
  await administer(`CREATE DATABASE ${name}`);
  return { url: `${server}/${name}`, remove: () => administer(`DROP DATABASE ${name}`) };
}
