import type { Migration } from './migration.ts';

/** What short texts are called in languages other than the store's first. */
export const glossary: Migration = {
  name: '0037-glossary',
  async up({ run, ddl }) {
    await run(`CREATE TABLE glossary_terms (
      id ${ddl.id},
      language VARCHAR(3) NOT NULL,
      source VARCHAR(200) NOT NULL,
      text VARCHAR(255) NOT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_glossary_terms_language_source ON glossary_terms (language, source)');
  },
};
