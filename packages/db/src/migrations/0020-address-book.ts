import { isThere, type Migration } from './migration.ts';

const columns = 'fullName, line1, line2, city, region, postalCode, country, phone, createdAt, updatedAt';

/** Users have several addresses, one of them the default; the only one of before is that. */
export const addressBook: Migration = {
  name: '0020-address-book',
  async up(tools) {
    const { run, ddl } = tools;
    // A new table: SQLite cannot drop the old one's constraint of one address per user.
    await run(`CREATE TABLE saved_addresses (
      id ${ddl.id},
      userId INTEGER NOT NULL,
      defaultOf INTEGER NULL UNIQUE,
      fullName VARCHAR(100) NOT NULL,
      line1 VARCHAR(120) NOT NULL,
      line2 VARCHAR(120) NULL,
      city VARCHAR(80) NOT NULL,
      region VARCHAR(80) NULL,
      postalCode VARCHAR(20) NOT NULL,
      country VARCHAR(2) NOT NULL,
      phone VARCHAR(30) NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE) ${ddl.tableOptions}`);
    await run('CREATE INDEX ix_saved_addresses_userId ON saved_addresses (userId, id)');
    // An interrupted run may have got as far as dropping it.
    if (!(await isThere(tools, 'addresses', 'id'))) return;
    await run(`INSERT INTO saved_addresses (userId, defaultOf, ${columns})
      SELECT userId, userId, ${columns} FROM addresses
      WHERE userId NOT IN (SELECT userId FROM saved_addresses)`);
    await run('DROP TABLE addresses');
  },
};
