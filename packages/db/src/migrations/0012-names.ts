import type { Migration, MigrationTools } from './migration.ts';

/** Columns and tables get the names that the code and the field use for them. */
export const names: Migration = {
  name: '0012-names',
  async up(tools) {
    await renameColumn(tools, 'categories', 'tint', 'accent');
    await renameColumn(tools, 'products', 'highlight', 'tagline');
    await renameColumn(tools, 'payments', 'providerKey', 'idempotencyKey');
    await renameColumn(tools, 'refunds', 'providerKey', 'idempotencyKey');
    if (!(await isThere(tools, 'uploaded_images', 'id'))) {
      await tools.run('ALTER TABLE media_assets RENAME TO uploaded_images');
    }
  },
};

/** What the activity log calls fields in entries from before this migration; an entry itself never changes. */
export const renamedFields: Record<string, Record<string, string>> = {
  product: { highlight: 'tagline' },
  category: { tint: 'accent' },
};

/** DDL commits by itself on MySQL, so a run that was interrupted may have renamed some already. */
async function renameColumn(tools: MigrationTools, table: string, from: string, to: string): Promise<void> {
  if (!(await isThere(tools, table, to))) await tools.run(`ALTER TABLE ${table} RENAME COLUMN ${from} TO ${to}`);
}

function isThere({ select }: MigrationTools, table: string, column: string): Promise<boolean> {
  return select(`SELECT ${column} FROM ${table} WHERE 1 = 0`).then(
    () => true,
    () => false,
  );
}
