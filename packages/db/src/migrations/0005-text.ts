import { normalizeEmail } from '@lantern/text/email';
import { nameKey } from '../base/name-key.ts';
import type { Migration } from './migration.ts';

const BATCH = 500;

/** Names are searched for and sorted by folded keys; an email has one form, however its domain was spelled. */
export const text: Migration = {
  name: '0005-text',
  async up({ run, select }) {
    for (const table of ['products', 'users']) {
      await run(`ALTER TABLE ${table} ADD COLUMN nameKey VARCHAR(400) NOT NULL DEFAULT ''`);
      for (let last = 0; ; ) {
        const sql = `SELECT id, name FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BATCH}`;
        const rows = await select<{ id: number; name: string }>(sql, [last]);
        if (rows.length === 0) break;
        const keys = rows.flatMap(({ id, name }) => [id, nameKey(name)]);
        await run(
          `UPDATE ${table} SET nameKey = CASE id ${rows.map(() => 'WHEN ? THEN ?').join(' ')} ELSE nameKey END
           WHERE id IN (${rows.map(() => '?').join(', ')})`,
          [...keys, ...rows.map(({ id }) => id)],
        );
        last = rows.at(-1)?.id ?? last;
      }
    }
    await run('CREATE INDEX ix_products_status_nameKey ON products (status, nameKey, id)');
    await run('CREATE INDEX ix_products_nameKey ON products (nameKey, id)');
    await run('CREATE INDEX ix_users_nameKey ON users (nameKey)');

    const emails = new Set((await select<{ email: string }>('SELECT email FROM users')).map(({ email }) => email));
    for (const email of emails) {
      const normal = normalizeEmail(email);
      // Two accounts of one mailbox stay two: which of them is meant, their owner must say.
      if (normal === null || emails.has(normal)) continue;
      await run('UPDATE users SET email = ? WHERE email = ?', [normal, email]);
      emails.add(normal);
    }
  },
};
