import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { copyServerTemplate } from './template.ts';

/** A migrated database of its own for one test file, and how to get rid of it. */
export interface TestDatabase extends AsyncDisposable {
  database: Database;
  url: string;
}

/**
 * Makes one on the database under test: `TEST_DATABASE=mariadb` takes the server of
 * `TEST_MARIADB_URL`, anything else a SQLite file. It has today's schema, copied from the run's template
 * where there is one; `setUp` may bring it to an older one.
 */
export async function openTestDatabase(setUp?: (database: Database) => Promise<unknown>): Promise<TestDatabase> {
  const place = process.env.TEST_DATABASE === 'mariadb' ? await onServer() : inFile();
  const copied = setUp === undefined && (await place.copyTemplate());
  const database = Database.open(place.url);
  if (!copied) await database.exclusively(() => (setUp ?? migrate)(database));
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
  /** Answers false where this run has no template. */
  copyTemplate(): Promise<boolean>;
  remove(): Promise<void>;
}

function inFile(): Place {
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
