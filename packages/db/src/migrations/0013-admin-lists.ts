import { endingsOf } from '../base/name-endings.ts';
import type { Migration, MigrationTools } from './migration.ts';

/** Users at a time, each with a dozen endings. */
const BATCH = 500;

/** What the admin side lists and filters in a store with a long history is read through an index. */
export const adminLists: Migration = {
  name: '0013-admin-lists',
  async up({ run, select, ddl }) {
    // Orders of one status by time; the total last, for sums that read only the index.
    await run('CREATE INDEX ix_orders_status_placedAt_id ON orders (status, placedAt, id, totalCents)');
    await run(ddl.dropIndex('ix_orders_status_placedAt', 'orders'));
    await run('ALTER TABLE products ADD COLUMN stock INTEGER NOT NULL DEFAULT 0');
    await run(`UPDATE products SET stock = COALESCE((SELECT SUM(v.stock) FROM variants v
      WHERE v.productId = products.id AND v.archivedAt IS NULL), 0)`);
    await run('CREATE INDEX ix_products_stock ON products (stock, id)');
    await run('CREATE INDEX ix_products_status_stock ON products (status, stock, id)');
    // Names and slugs, which a search reads from beginning to end.
    await run('CREATE INDEX ix_products_nameKey_slug ON products (nameKey, id, slug)');
    await run(ddl.dropIndex('ix_products_nameKey', 'products'));
    await run('CREATE INDEX ix_users_disabled ON users (disabled, id)');
    await run('CREATE INDEX ix_users_role_disabled ON users (role, disabled, id)');
    await run(`CREATE TABLE name_endings (userId INTEGER NOT NULL, ending VARCHAR(40) NOT NULL,
      PRIMARY KEY (userId, ending),
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await fillEndings({ run, select });
    // Last: sorting the endings takes less time than inserting each at its place.
    await run('CREATE INDEX ix_name_endings_ending ON name_endings (ending, userId)');
  },
};

async function fillEndings({ run, select }: Pick<MigrationTools, 'run' | 'select'>): Promise<void> {
  for (let last = 0; ; ) {
    const sql = `SELECT id, nameKey FROM users WHERE id > ? ORDER BY id LIMIT ${BATCH}`;
    const users = await select<{ id: number; nameKey: string }>(sql, [last]);
    const next = users.at(-1)?.id;
    if (next === undefined) return;
    // An interrupted run may have inserted some of them.
    await run('DELETE FROM name_endings WHERE userId > ? AND userId <= ?', [last, next]);
    const rows = users.flatMap(({ id, nameKey }) => endingsOf(nameKey).flatMap((ending) => [id, ending]));
    const values = Array.from({ length: rows.length / 2 }, () => '(?, ?)');
    if (rows.length > 0) await run(`INSERT INTO name_endings (userId, ending) VALUES ${values.join(', ')}`, rows);
    last = next;
  }
}
