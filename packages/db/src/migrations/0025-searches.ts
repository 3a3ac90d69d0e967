import { endingsOf } from '../base/name-endings.ts';
import { nameKey } from '../base/name-key.ts';
import { isThere, type Migration, type MigrationTools } from './migration.ts';

/** Orders at a time, each with a dozen endings. */
const BATCH = 500;

/** Admins find the orders of guests by the name in the delivery address, and mails by their recipient. */
export const searches: Migration = {
  name: '0025-searches',
  async up(tools) {
    const { run, ddl } = tools;
    await run('CREATE INDEX ix_outbox_mails_recipient ON outbox_mails (recipient, status, id)');
    if (!(await isThere(tools, 'orders', 'guestNameKey'))) {
      await run('ALTER TABLE orders ADD COLUMN guestNameKey VARCHAR(400)');
    }
    await run(`CREATE TABLE guest_name_endings (orderId INTEGER NOT NULL, ending VARCHAR(40) NOT NULL,
      PRIMARY KEY (orderId, ending),
      FOREIGN KEY (orderId) REFERENCES orders (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await fillNames(tools);
    // Last: sorting the endings takes less time than inserting each at its place.
    await run('CREATE INDEX ix_guest_name_endings_ending ON guest_name_endings (ending, orderId)');
  },
};

async function fillNames({ run, select }: MigrationTools): Promise<void> {
  for (let last = 0; ; ) {
    const sql = `SELECT id, JSON_EXTRACT(shippingAddress, '$.fullName') AS name FROM orders
      WHERE id > ? AND userId IS NULL ORDER BY id LIMIT ${BATCH}`;
    const orders = await select<{ id: number; name: string | null }>(sql, [last]);
    if (orders.length === 0) return;
    for (const { id, name } of orders) {
      last = id;
      const key = nameKey(unquoted(name ?? ''));
      await run('UPDATE orders SET guestNameKey = ? WHERE id = ?', [key, id]);
      const rows = endingsOf(key).flatMap((ending) => [id, ending]);
      const values = Array.from({ length: rows.length / 2 }, () => '(?, ?)');
      if (rows.length > 0) {
        await run(`INSERT INTO guest_name_endings (orderId, ending) VALUES ${values.join(', ')}`, rows);
      }
    }
  }
}

/** MariaDB returns a text as JSON, SQLite as it is. */
function unquoted(name: string): string {
  return /^".*"$/s.test(name) ? JSON.parse(name) : name;
}
