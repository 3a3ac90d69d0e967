import type { Migration } from './migration.ts';

/** Admins look for the mails that failed among all that were sent. */
export const mailLists: Migration = {
  name: '0019-mail-lists',
  async up({ run }) {
    await run('CREATE INDEX ix_outbox_mails_status_id ON outbox_mails (status, id)');
  },
};
