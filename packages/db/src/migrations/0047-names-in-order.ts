import { nameKey } from '../base/name-key.ts';
import type { Migration } from './migration.ts';

const BATCH = 500;

/** In each language, lists by name are sorted by what products are called there. */
export const namesInOrder: Migration = {
  name: '0047-names-in-order',
  async up({ run, select }) {
    await run('ALTER TABLE product_texts ADD COLUMN nameKey VARCHAR(400) NULL');
    for (let last = 0; ; ) {
      const sql = `SELECT id, name FROM product_texts WHERE id > ? AND name IS NOT NULL ORDER BY id LIMIT ${BATCH}`;
      const rows = await select<{ id: number; name: string }>(sql, [last]);
      if (rows.length === 0) break;
      const keys = rows.flatMap(({ id, name }) => [id, nameKey(name)]);
      await run(
        `UPDATE product_texts SET nameKey = CASE id ${rows.map(() => 'WHEN ? THEN ?').join(' ')} ELSE nameKey END
         WHERE id IN (${rows.map(() => '?').join(', ')})`,
        [...keys, ...rows.map(({ id }) => id)],
      );
      last = rows.at(-1)?.id ?? last;
    }
    await run('CREATE INDEX ix_product_texts_language_nameKey ON product_texts (language, nameKey, productId)');
  },
};
