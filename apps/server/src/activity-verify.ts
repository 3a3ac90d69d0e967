import { verifyActivity } from '@lantern/api/activity/verify';
import { Database } from '@lantern/db/database';
import { readConfig } from './config.ts';

/** `npm run activity:verify`: recomputes the log's hash chain; exits 1 and names the first broken entry. */
await using _database = Database.open(readConfig(process.env).databaseUrl);
const { ok, checked, firstBroken } = await verifyActivity();
console.log(
  ok
    ? `The activity log is verified: ${checked} entries checked.`
    : `The activity log is broken at entry ${firstBroken}: everything before it is verified.`,
);
process.exitCode = ok ? 0 : 1;
