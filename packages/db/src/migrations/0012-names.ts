import { isThere, type Migration, type MigrationTools } from './migration.ts';

/** Renames columns and tables to the terms that the code uses. */
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

/** Old field names in activity log entries from before this migration, since entries are never rewritten. */
export const renamedFields: Record<string, Record<string, string>> = {
  product: { highlight: 'tagline' },
  category: { tint: 'accent' },
};

/** DDL commits implicitly on MySQL, so an interrupted run may have renamed some columns already. */
async function renameColumn(tools: MigrationTools, table: string, from: string, to: string): Promise<void> {
  if (!(await isThere(tools, table, to))) await tools.run(`ALTER TABLE ${table} RENAME COLUMN ${from} TO ${to}`);
}
