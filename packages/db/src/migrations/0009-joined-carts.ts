import type { Migration } from './migration.ts';

/** A guest's cart that has joined an account's says so for a while: requests that were on their way find the account's. */
export const joinedCarts: Migration = {
  name: '0009-joined-carts',
  async up({ run }) {
    // Without a foreign key: it is believed for a minute only, and checking it would lock the user's row.
    await run('ALTER TABLE carts ADD COLUMN joinedUserId INTEGER');
    await run('CREATE INDEX ix_carts_joinedUserId ON carts (joinedUserId, updatedAt)');
  },
};
