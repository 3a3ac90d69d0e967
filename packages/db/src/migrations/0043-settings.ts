import { currency } from '@lantern/text/currency';
import type { Migration } from './migration.ts';

/** What a store was begun with, and the currency of each charge in the simulated provider's ledger. */
export const settings: Migration = {
  name: '0043-settings',
  async up({ run, ddl }) {
    await run(`CREATE TABLE settings (name VARCHAR(40) NOT NULL PRIMARY KEY, value VARCHAR(40) NOT NULL)
      ${ddl.tableOptions}`);
    await run("ALTER TABLE provider_charges ADD COLUMN currency CHAR(3) NOT NULL DEFAULT 'EUR'");
    // A store has always had one currency, which nothing but its configuration has said until now.
    await run('UPDATE provider_charges SET currency = ?', [currency().code]);
  },
};
