import type { Migration } from './migration.ts';

/** The views of lists that admins keep for themselves. */
export const savedViews: Migration = {
  name: '0034-saved-views',
  async up({ run, ddl }) {
    await run(`CREATE TABLE saved_views (
      id ${ddl.id},
      userId INTEGER NOT NULL,
      list VARCHAR(20) NOT NULL,
      name VARCHAR(60) NOT NULL,
      query VARCHAR(1500) NOT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_saved_views_userId_list_name ON saved_views (userId, list, name)');
  },
};
