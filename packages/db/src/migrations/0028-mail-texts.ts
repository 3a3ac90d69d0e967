import type { Migration } from './migration.ts';

/** The words of mails, which admins edit, and those that a mail was sent with. */
export const mailTexts: Migration = {
  name: '0028-mail-texts',
  async up({ run, ddl }) {
    await run(`CREATE TABLE mail_texts (
      id ${ddl.id},
      kind VARCHAR(40) NOT NULL UNIQUE,
      subject VARCHAR(150) NULL,
      title VARCHAR(150) NULL,
      text VARCHAR(2000) NULL,
      version INTEGER NOT NULL DEFAULT 1,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
    await run('ALTER TABLE outbox_mails ADD COLUMN wording JSON NULL');
  },
};
