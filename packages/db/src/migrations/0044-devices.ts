import { randomBytes } from 'node:crypto';
import type { Migration } from './migration.ts';

/** On what and since when somebody is logged in; and what signs the cookies of browsers that an account is known in. */
export const devices: Migration = {
  name: '0044-devices',
  async up({ run, select }) {
    // Empty for whoever logged in before: nobody knows.
    await run('ALTER TABLE sessions ADD COLUMN createdAt DATETIME(3) NULL');
    await run('ALTER TABLE sessions ADD COLUMN usedAt DATETIME(3) NULL');
    await run('ALTER TABLE sessions ADD COLUMN browser VARCHAR(40) NULL');
    await run('ALTER TABLE sessions ADD COLUMN system VARCHAR(40) NULL');
    await run('ALTER TABLE sessions ADD COLUMN device VARCHAR(10) NULL');
    // An interrupted run may have made the key already.
    if ((await select("SELECT name FROM secrets WHERE name = 'device-cookies'")).length > 0) return;
    await run("INSERT INTO secrets (name, value) VALUES ('device-cookies', ?)", [randomBytes(32).toString('hex')]);
  },
};
