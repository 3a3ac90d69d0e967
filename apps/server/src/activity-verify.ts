import { parseArgs } from 'node:util';
import { verifyActivity } from '@lantern/api/activity/verify';
import { sinceHead } from './activity-since.ts';
import { runCommand } from './backup/command.ts';
import { openExisting, refuseUnknown } from './backup/open-existing.ts';
import { readConfig } from './config.ts';

/**
 * `npm run activity:verify`: recomputes the log's hash chain; exits 1 and names the first broken entry. With
 * `-- --since HEAD`, also whether the log continues from a head that was kept: `142:5f3a…`, or the file that was sent.
 * `--key FINGERPRINT` names an earlier key of the store, which signed heads before it was changed; there may be several.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { since: { type: 'string' }, key: { type: 'string', multiple: true } } });
  const config = readConfig(process.env);
  await using database = openExisting(config.databaseUrl);
  await refuseUnknown(database, 'verify it with that version');
  const { ok, checked, firstBroken } = await verifyActivity();
  console.log(
    ok
      ? `The activity log is verified: ${checked} entries checked.`
      : `The activity log is broken at entry ${firstBroken}: everything before it is verified.`,
  );
  const { signer } = config.anchor;
  const trusted = [...(signer ? [signer.fingerprint] : []), ...(values.key ?? [])];
  const verdict = values.since === undefined ? null : await sinceHead(values.since, trusted);
  if (verdict) console.log(verdict.said);
  process.exitCode = ok && verdict?.continues !== false ? 0 : 1;
});
