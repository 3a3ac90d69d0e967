import type { Migration } from './migration.ts';

/** Synonyms for the search, and an index by which it notices what is sold. */
export const search: Migration = {
  name: '0004-search',
  async up({ run, ddl: { id, tableOptions } }) {
    await run(`CREATE TABLE search_synonyms (id ${id}, words VARCHAR(500) NOT NULL,
      createdAt DATETIME(3) NOT NULL, updatedAt DATETIME(3) NOT NULL) ${tableOptions}`);
    await run('CREATE INDEX ix_variants_updatedAt ON variants (updatedAt, productId)');
  },
};
