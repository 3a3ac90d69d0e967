import type { Migration } from './migration.ts';

/** What is swept up now and then is found without reading everything. */
export const upkeep: Migration = {
  name: '0008-upkeep',
  async up({ run }) {
    await run('CREATE INDEX ix_carts_updatedAt ON carts (updatedAt)');
  },
};
