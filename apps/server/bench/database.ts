import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import type { Catalogue } from './addresses.ts';
import { openSql } from './limits/sql.ts';
import type { BenchOptions } from './options.ts';

const MAIL_PAUSE_MS = 200;
/** Few enough are bought of each that none with so many sells out. */
const PLENTY = 20;

/** An empty database, removed when it is disposed of. */
export async function createDatabase(kind: BenchOptions['database']): Promise<AsyncDisposable & { url: string }> {
  if (kind === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
    return {
      url: `sqlite:${join(folder, 'store.db')}`,
      [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const { url, stop } = await startMariadb({ durable: true });
  const connection = await createConnection(url);
  await connection.query('CREATE DATABASE bench');
  await connection.end();
  return { url: `${url}/bench`, [Symbol.asyncDispose]: stop };
}

/** Resolves when the mails of all orders have been sent: they must not take the time of what is measured next. */
export async function mailsSent(url: string): Promise<void> {
  const sql = openSql(url);
  const waiting = async () => {
    const [row] = await sql.query<{ count: number }>(
      "SELECT COUNT(*) AS count FROM outbox_mails WHERE status = 'queued'",
    );
    return Number(row?.count) > 0;
  };
  while (await waiting()) await sleep(MAIL_PAUSE_MS);
  await sql.close();
}

/** What the store was filled with, the variants that can be bought, and the version of the database. */
export async function readCatalogue(url: string): Promise<Catalogue & { variants: number[]; version: string }> {
  const sql = openSql(url);
  const products = await sql.query<Catalogue['products'][number]>(
    'SELECT id, slug, name, nameKey, priceCents FROM products ORDER BY id',
  );
  const categories = await sql.query<{ slug: string }>('SELECT slug FROM categories ORDER BY position, id');
  const variants = await sql.query<{ id: number }>('SELECT id FROM variants WHERE stock >= ? ORDER BY id', [PLENTY]);
  const [name, version] = sql.dialect === 'mariadb' ? ['MariaDB', 'VERSION()'] : ['SQLite', 'sqlite_version()'];
  const [row] = await sql.query<{ version: string }>(`SELECT ${version} AS version`);
  await sql.close();
  return { products, categories, variants: variants.map(({ id }) => id), version: `${name} ${row?.version}` };
}
