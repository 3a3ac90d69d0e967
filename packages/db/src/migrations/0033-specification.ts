import type { Migration } from './migration.ts';

/** The facts of a product, as its page lists them. */
export const specification: Migration = {
  name: '0033-specification',
  async up({ run }) {
    await run("ALTER TABLE products ADD COLUMN specification JSON NOT NULL DEFAULT '[]'");
  },
};
