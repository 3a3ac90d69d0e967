import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';

/** MariaDB and MySQL refuse more than this many prepared statements of all connections of all servers together. */
const MOST_OF_ALL = 16_382;
const SERVERS = 8;

test('a connection keeps few prepared statements, however many different ones it sends', async () => {
  await using opened = await openTestDatabase();
  const { database } = opened;
  const { sequelize } = database;
  await database.transaction(async () => {
    for (let n = 0; n < 300; n++) await sequelize.query(`SELECT ${n} + $1`, { bind: [1], type: QueryTypes.SELECT });
    const rows = await sequelize.query<{ Variable_name: string; Value: string }>(
      "SHOW SESSION STATUS WHERE Variable_name IN ('Com_stmt_prepare', 'Com_stmt_close')",
      { type: QueryTypes.SELECT },
    );
    const count = Object.fromEntries(rows.map(({ Variable_name: name, Value: value }) => [name, Number(value)]));
    const open = Number(count.Com_stmt_prepare) - Number(count.Com_stmt_close);
    expect(open).toBeGreaterThan(0);
    expect(open * Number(sequelize.config.pool?.max) * SERVERS).toBeLessThanOrEqual(MOST_OF_ALL);
  });
});
