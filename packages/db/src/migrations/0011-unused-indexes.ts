import type { Migration } from './migration.ts';

/** Lists by name go by `nameKey`: the indexes of the bare names were kept up with every change, and read by nothing. */
export const unusedIndexes: Migration = {
  name: '0011-unused-indexes',
  async up({ run, ddl }) {
    await run(ddl.dropIndex('ix_products_status_name_id', 'products'));
    await run(ddl.dropIndex('ix_products_name', 'products'));
    await run(ddl.dropIndex('ix_users_name', 'users'));
  },
};
