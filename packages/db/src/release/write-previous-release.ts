/** Says what this build asks of the schema, for the check of what comes after it. Run with `npm run release:schema`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database } from '../database.ts';
import { migrations } from '../migrate.ts';
import { releaseOf } from './release-of.ts';

const file = fileURLToPath(new URL('previous-release.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lantern-release-'));
// Nothing is read from it: models know their columns once any database is open.
const database = Database.open(`sqlite:${join(folder, 'none.db')}`);
const release = releaseOf(database, migrations);
await database.close();
rmSync(folder, { recursive: true, force: true });
writeFileSync(file, `${JSON.stringify(release, null, 2)}\n`);
console.log(`Later migrations than ${release.migration} are from now on checked against this build. Commit ${file}.`);
