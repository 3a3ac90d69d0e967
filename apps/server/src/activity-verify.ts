import { parseArgs } from 'node:util';
import { verifyActivity } from '@lantern/api/activity/verify';
import { Database } from '@lantern/db/database';
import { faultSince } from './activity-since.ts';
import { readConfig } from './config.ts';

/**
 * `npm run activity:verify`: recomputes the log's hash chain; exits 1 and names the first broken entry. With
 * `-- --since HEAD`, also whether the log continues from a head that was kept: `142:5f3a…`, or the file that was sent.
 */
const { since } = parseArgs({ options: { since: { type: 'string' } } }).values;
const config = readConfig(process.env);
await using _database = Database.open(config.databaseUrl);
const { ok, checked, firstBroken } = await verifyActivity();
console.log(
  ok
    ? `The activity log is verified: ${checked} entries checked.`
    : `The activity log is broken at entry ${firstBroken}: everything before it is verified.`,
);
const fault = since === undefined ? null : await faultSince(since, config.anchor.signer);
if (since !== undefined) console.log(fault ?? `It continues from ${since}.`);
process.exitCode = ok && fault === null ? 0 : 1;
