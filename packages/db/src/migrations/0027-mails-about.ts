import type { Migration } from './migration.ts';

/** What a mail is about, so that the mails about an order or a return are found by its number. */
export const mailsAbout: Migration = {
  name: '0027-mails-about',
  async up({ run }) {
    await run('ALTER TABLE outbox_mails ADD COLUMN about VARCHAR(30)');
    // MariaDB extracts a text with its quotes, SQLite without.
    const extracted = (field: string) => `REPLACE(JSON_EXTRACT(data, '$.${field}'), '"', '')`;
    await run(`UPDATE outbox_mails SET about = COALESCE(${extracted('returnNumber')}, ${extracted('orderNumber')})`);
    await run('CREATE INDEX ix_outbox_mails_about ON outbox_mails (about, kind)');
  },
};
