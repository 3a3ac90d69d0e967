import type { Migration } from './migration.ts';

/** The language in which an account is written to, as its owner last chose it. */
export const languageOfAnAccount: Migration = {
  name: '0050-language-of-an-account',
  async up({ run }) {
    await run('ALTER TABLE users ADD COLUMN language VARCHAR(3) NULL');
  },
};
