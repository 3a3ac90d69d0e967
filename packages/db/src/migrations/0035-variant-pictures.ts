import type { Migration } from './migration.ts';

/** Which image of a product shows a variant. */
export const variantPictures: Migration = {
  name: '0035-variant-pictures',
  async up({ run }) {
    await run('ALTER TABLE variants ADD COLUMN imageUrl VARCHAR(255)');
  },
};
