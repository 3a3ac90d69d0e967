import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection, format, type RowDataPacket } from 'mysql2/promise';
import { Database } from '../database.ts';
import { migrate } from '../migrate.ts';

/**
 * An empty database of today's schema, kept in a file: migrating once a run and copying is some ten
 * times quicker than migrating for each test file. On SQLite it is the database itself, on MariaDB the
 * statements that make it.
 */
export interface Template {
  path: string;
  remove(): void;
}

/** Makes the one of SQLite. */
export async function makeSqliteTemplate(): Promise<Template> {
  const folder = newFolder();
  const path = join(folder, 'template.db');
  await migrateAt(`sqlite:${path}`);
  return { path, remove: () => removeFolder(folder) };
}

/** Makes the one of a MariaDB or MySQL server, `mysql://user@host:port`. */
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

/** Puts a copy into an empty database, `mysql://user@host:port/name`. */
export async function copyServerTemplate(path: string, url: string): Promise<void> {
  const connection = await createConnection({ uri: url, multipleStatements: true });
  await connection.query(readFileSync(path, 'utf8'));
  await connection.end();
}

async function migrateAt(url: string): Promise<void> {
  await using database = Database.open(url);
  await database.exclusively(() => migrate(database));
}

/** Every table with the rows that migrations have put into it. */
async function dump(connection: Connection): Promise<string> {
  const [tables] = await connection.query<RowDataPacket[]>('SHOW FULL TABLES WHERE Table_type = ?', ['BASE TABLE']);
  // Tables name each other in whatever order.
  const statements = ['SET FOREIGN_KEY_CHECKS = 0'];
  for (const table of tables.map((row) => String(Object.values(row)[0]))) {
    const [[made]] = await connection.query<RowDataPacket[]>('SHOW CREATE TABLE ??', [table]);
    statements.push(String(made?.['Create Table']));
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
