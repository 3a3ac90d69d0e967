import type { Migration } from './migration.ts';

/** The words that admins write for mails in languages other than the store's first. */
export const mailTextTranslations: Migration = {
  name: '0049-mail-text-translations',
  async up({ run, ddl }) {
    await run(`CREATE TABLE mail_text_translations (
      id ${ddl.id},
      mailTextId INTEGER NOT NULL,
      language VARCHAR(3) NOT NULL,
      subject VARCHAR(150) NULL,
      title VARCHAR(150) NULL,
      text VARCHAR(2000) NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (mailTextId) REFERENCES mail_texts (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run(
      'CREATE UNIQUE INDEX ux_mail_text_translations_language ON mail_text_translations (mailTextId, language)',
    );
  },
};
