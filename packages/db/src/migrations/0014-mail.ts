import type { Migration } from './migration.ts';

/** Mails are written with the change that causes them, and sent afterwards. */
export const mail: Migration = {
  name: '0014-mail',
  async up({ run, ddl }) {
    await run(`CREATE TABLE outbox_mails (
      id ${ddl.id},
      kind VARCHAR(40) NOT NULL,
      recipient VARCHAR(254) NOT NULL,
      data JSON NOT NULL,
      status VARCHAR(20) NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      nextAttemptAt DATETIME(3) NOT NULL,
      sentAt DATETIME(3) NULL,
      lastError VARCHAR(500) NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
    await run('CREATE INDEX ix_outbox_mails_due ON outbox_mails (status, nextAttemptAt, id)');
  },
};
