import type { Migration } from './migration.ts';

/**
 * The languages in which somebody has bought or asked for something, and of what is mailed to them. Mails were in English
 * until now, and so are those that a server of an earlier version queues.
 */
export const languageOfAnOrder: Migration = {
  name: '0039-language-of-an-order',
  async up({ run }) {
    await run('ALTER TABLE orders ADD COLUMN language VARCHAR(3) NULL');
    await run('ALTER TABLE restock_wishes ADD COLUMN language VARCHAR(3) NULL');
    await run("ALTER TABLE outbox_mails ADD COLUMN language VARCHAR(3) NULL DEFAULT 'en'");
  },
};
