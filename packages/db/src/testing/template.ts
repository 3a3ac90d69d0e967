import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection, format, type RowDataPacket } from 'mysql2/promise';
import { Database } from '../database.ts';
import { migrate } from '../migrate.ts';

/**
 * An empty database with the current schema, stored in a file: migrating once per run and copying is about
 * ten times faster than migrating for each test file. For SQLite the file is the database itself, for
 * MariaDB the statements that create it.
 */
export interface Template {
  path: string;
  remove(): void;
}

/** Makes the template for SQLite. */
export async function makeSqliteTemplate(): Promise<Template> {
  const folder = newFolder();
  const path = join(folder, 'template.db');
  await migrateAt(`sqlite:${path}`);
  return { path, remove: () => removeFolder(folder) };
}

/** Makes the template for a MariaDB or MySQL server, `mysql://user@host:port`. */
export async function makeServerTemplate(server: string): Promise<Template> {
  const name = `template_${process.pid}`;
  const folder = newFolder();
  const path = join(folder, 'template.sql');
  const connection = await createConnection(server);
  await connection.query(`CREATE DATABASE ${name}`);
  await migrateAt(`${server}/${name}`);
  await connection.query(`USE ${name}`);
  writeFileSync(path, await dump(connection));
  await connection.query(`DROP DATABASE ${name}`);
  await connection.end();
  return { path, remove: () => removeFolder(folder) };
}

/** Copies the template into an empty database, `mysql://user@host:port/name`. */
export async function copyServerTemplate(path: string, url: string): Promise<void> {
  const connection = await createConnection({ uri: url, multipleStatements: true });
  await connection.query(readFileSync(path, 'utf8'));
  await connection.end();
}

async function migrateAt(url: string): Promise<void> {
  await using database = Database.open(url);
  await database.exclusively(() => migrate(database));
}

/** Dumps every table with the rows that migrations have inserted. */
async function dump(connection: Connection): Promise<string> {
  const [tables] = await connection.query<RowDataPacket[]>('SHOW FULL TABLES WHERE Table_type = ?', ['BASE TABLE']);
  // As the store's own connections have it, whatever the server's defaults are: values are escaped with backslashes. Tables
  // are dumped in any order, so foreign keys may refer to tables that come later.
  const statements = ["SET sql_mode = '', autocommit = 1, foreign_key_checks = 0"];
  for (const table of tables.map((row) => String(Object.values(row)[0]))) {
    const [[created]] = await connection.query<RowDataPacket[]>('SHOW CREATE TABLE ??', [table]);
    statements.push(String(created?.['Create Table']));
    const [rows] = await connection.query<RowDataPacket[]>('SELECT * FROM ??', [table]);
    for (const row of rows) statements.push(format('INSERT INTO ?? SET ?', [table, row]));
  }
  return statements.join(';\n');
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lantern-template-'));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
