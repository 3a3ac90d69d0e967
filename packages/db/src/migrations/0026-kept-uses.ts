import { isThere, type Migration } from './migration.ts';

/** The uses of a promotion outlive it, so that whoever restores it finds them: its foreign key deleted them with it. */
export const keptUses: Migration = {
  name: '0026-kept-uses',
  async up(tools) {
    const { run, ddl } = tools;
    // A run may be interrupted between any two statements.
    if (await isThere(tools, 'promotion_uses', 'id')) {
      await run(`CREATE TABLE kept_uses (
        id ${ddl.id},
        promotionId INTEGER NOT NULL,
        orderId INTEGER NOT NULL,
        userId INTEGER NULL,
        email VARCHAR(191) NOT NULL,
        createdAt DATETIME(3) NOT NULL,
        updatedAt DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
      const columns = 'id, promotionId, orderId, userId, email, createdAt, updatedAt';
      await run(`INSERT INTO kept_uses (${columns})
        SELECT ${columns} FROM promotion_uses WHERE id NOT IN (SELECT id FROM kept_uses)`);
      await run('DROP TABLE promotion_uses');
    }
    await run('ALTER TABLE kept_uses RENAME TO promotion_uses');
    await run('CREATE UNIQUE INDEX ux_promotion_uses_orderId ON promotion_uses (orderId)');
    await run('CREATE INDEX ix_promotion_uses_userId ON promotion_uses (promotionId, userId)');
    await run('CREATE INDEX ix_promotion_uses_email ON promotion_uses (promotionId, email)');
  },
};
