import { randomBytes } from 'node:crypto';
import type { Migration } from './migration.ts';

/** Who wants to hear when a variant is back in stock. */
export const restockWishes: Migration = {
  name: '0032-restock-wishes',
  async up({ run, select, ddl }) {
    await run(`CREATE TABLE restock_wishes (
      id ${ddl.id},
      variantId INTEGER NOT NULL,
      email VARCHAR(191) NOT NULL,
      userId INTEGER NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (variantId) REFERENCES variants (id) ON DELETE CASCADE,
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_restock_wishes_variantId_email ON restock_wishes (variantId, email)');
    await run('CREATE INDEX ix_restock_wishes_email ON restock_wishes (email)');
    await run('CREATE INDEX ix_restock_wishes_userId ON restock_wishes (userId)');
    await run('CREATE INDEX ix_restock_wishes_updatedAt ON restock_wishes (updatedAt)');
    // Signs the links that end a mailbox's wishes. An interrupted run may have made the key already.
    if ((await select("SELECT name FROM secrets WHERE name = 'restock-links'")).length > 0) return;
    await run("INSERT INTO secrets (name, value) VALUES ('restock-links', ?)", [randomBytes(32).toString('hex')]);
  },
};
