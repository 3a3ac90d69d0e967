import { randomBytes } from 'node:crypto';
import type { Migration } from './migration.ts';

/** When somebody last logged in; and what the server's log calls mailboxes, which it may not name. */
export const logins: Migration = {
  name: '0048-logins',
  async up({ run, select }) {
    // Empty for whoever logged in before: nobody knows.
    await run('ALTER TABLE users ADD COLUMN lastLoginAt DATETIME(3) NULL');
    // An interrupted run may have made the key already.
    if ((await select("SELECT name FROM secrets WHERE name = 'mailbox-pseudonyms'")).length > 0) return;
    await run("INSERT INTO secrets (name, value) VALUES ('mailbox-pseudonyms', ?)", [randomBytes(32).toString('hex')]);
  },
};
