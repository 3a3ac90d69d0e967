import { createConnection } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { startMariadb } from '../scripts/lib/mariadb.mjs';

/** Keeps 600 groups on the disk for six seconds. */
const SLOW = `SELECT name, COUNT(*) AS times, SUM(slept) AS slept
  FROM (SELECT CONCAT(seq, REPEAT('x', 300)) AS name, SLEEP(0.01) AS slept FROM seq_1_to_600) AS grouped GROUP BY name`;

test('a server that starts leaves the temporary tables of another one alone', async () => {
  const first = await startMariadb();
  try {
    await using connection = await createConnection(`${first.url}/mysql`);
    await connection.query('SET tmp_memory_table_size = 0');
    const grouped = connection.query<never[]>(SLOW).then(([rows]) => rows.length, String);
    const second = await startMariadb();
    expect(await grouped).toBe(600);
    await second.stop();
  } finally {
    await first.stop();
  }
}, 60_000);
