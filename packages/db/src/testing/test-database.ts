import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { copyServerTemplate } from './template.ts';

/** A separate, migrated database for one test file; disposing it removes it. */
export interface TestDatabase extends AsyncDisposable {
  database: Database;
  url: string;
}

/**
 * Creates a database of the kind under test: on the server of `TEST_MARIADB_URL` if `TEST_DATABASE` is
 * `mariadb`, otherwise in an SQLite file. It has the current schema, copied from the template of the run
 * if there is one, unless `setUp` creates an older one.
 */
export async function openTestDatabase(setUp?: (database: Database) => Promise<unknown>): Promise<TestDatabase> {
  const empty = process.env.TEST_DATABASE === 'mariadb' ? await emptyOnServer() : emptyFile();
  const copied = setUp === undefined && (await empty.copyTemplate());
  const database = Database.open(empty.url);
  if (!copied) await database.exclusively(() => (setUp ?? migrate)(database));
  return {
    database,
    url: empty.url,
    async [Symbol.asyncDispose]() {
      await database.close();
      await empty.remove();
    },
  };
}

interface EmptyDatabase {
  url: string;
  /** Returns false if this run has no template. */
  copyTemplate(): Promise<boolean>;
  remove(): Promise<void>;
}

function emptyFile(): EmptyDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-test-'));
  const file = join(folder, 'test.db');
  return {
    url: `sqlite:${file}`,
    async copyTemplate() {
      const template = process.env.TEST_SQLITE_TEMPLATE;
      if (template) copyFileSync(template, file);
      return template !== undefined;
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function emptyOnServer(): Promise<EmptyDatabase> {
  const server = process.env.TEST_MARIADB_URL;
  if (!server) throw new Error('TEST_MARIADB_URL is not set: run the tests with `npm test`.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administer = async (sql: string) => {
    const connection = await createConnection(server);
    await connection.query(sql);
    await connection.end();
  };
  await administer(`CREATE DATABASE ${name}`);
  const url = `${server}/${name}`;
  return {
    url,
    async copyTemplate() {
      const template = process.env.TEST_MARIADB_TEMPLATE;
      if (template) await copyServerTemplate(template, url);
      return template !== undefined;
    },
    remove: () => administer(`DROP DATABASE ${name}`),
  };
}
