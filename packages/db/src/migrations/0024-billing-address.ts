import type { Migration } from './migration.ts';

/** Who pays for an order, where that is not who receives it. */
export const billingAddress: Migration = {
  name: '0024-billing-address',
  async up({ run }) {
    await run('ALTER TABLE orders ADD COLUMN billingAddress JSON NULL');
  },
};
