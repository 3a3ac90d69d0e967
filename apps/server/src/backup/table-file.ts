import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { StoredTable, TableRow } from '@lantern/db/transfer/table';
import { z } from 'zod';

const BATCH = 500;
const tableRow = z.array(z.union([z.string(), z.number(), z.null()]));

/** Writes the rows of a table, a line of JSON each, compressed. Returns how many there are. */
export async function writeTable(table: StoredTable, path: string): Promise<number> {
  let count = 0;
  async function* lines() {
    for await (const rows of table.rows()) {
      count += rows.length;
      yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(path));
  return count;
}

/** Reads what `writeTable` has written. */
export async function* readTable(path: string): AsyncGenerator<TableRow[]> {
  const text = createGunzip();
  const read = pipeline(createReadStream(path), text);
  let rows: TableRow[] = [];
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    rows.push(tableRow.parse(JSON.parse(line)));
    if (rows.length < BATCH) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
  await read;
}
