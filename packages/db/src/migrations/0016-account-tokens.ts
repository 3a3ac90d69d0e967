import type { Migration } from './migration.ts';

/** Forgotten passwords and confirmed email addresses. */
export const accountTokens: Migration = {
  name: '0016-account-tokens',
  async up({ run, ddl }) {
    await run('ALTER TABLE users ADD COLUMN emailVerifiedAt DATETIME(3) NULL');
    await run(`CREATE TABLE account_tokens (
      id ${ddl.id},
      userId INTEGER NULL,
      purpose VARCHAR(20) NOT NULL,
      tokenHash VARCHAR(64) NOT NULL,
      email VARCHAR(191) NOT NULL,
      expiresAt DATETIME(3) NOT NULL,
      usedAt DATETIME(3) NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_account_tokens_tokenHash ON account_tokens (tokenHash)');
    await run('CREATE UNIQUE INDEX ux_account_tokens_userId_purpose ON account_tokens (userId, purpose)');
    await run('CREATE INDEX ix_account_tokens_expiresAt ON account_tokens (expiresAt)');
  },
};
