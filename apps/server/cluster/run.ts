/** Starts a shop on several servers; with --kill, kills its parts and checks the books. Run with `npm run cluster`; see `--help`. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@lantern/db/database';
import { adminLogin } from '../src/testing/server-process.ts';
import { rehearse } from '../torture/rehearse.ts';
import { type Run, reportOf } from '../torture/report.ts';
import { inflict } from './inflict.ts';
import { unpackNextBuild } from './next-build.ts';
import { type ClusterOptions, HELP, readOptions } from './options.ts';
import { type Parts, startParts } from './parts.ts';
import { Photographer } from './photographer.ts';
import { type ClusterFault, kinds, planFaults } from './plan.ts';

/** More than are ever sold: it ends when everything has gone wrong. */
const ORDERS = 1_000_000;
/** How many of the rarest goods some hundred of them may get. */
const EXPECTED_ORDERS = 1000;
/** Each part ends with this process, whatever ends it. */
process.setMaxListeners(50);
const say = (text: string) => console.error(text);

async function serve({ port }: ClusterOptions): Promise<void> {
  await using parts = await startParts({ port, env: { SEED: 'demo', RATE_LIMITS: 'on' }, say });
  console.log(addressesOf(parts));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  say('Ending all of them');
}

function addressesOf({ haproxy, servers, galera, redis, s3 }: Parts): string {
  return [
    '',
    `  The shop is open: ${haproxy.url}   admin: ${adminLogin.email}, ${adminLogin.password}`,
    `  servers           ${servers.map(({ url }) => url).join('  ')}`,
    `  database nodes    ${galera.nodes.map(({ url }) => url).join('  ')}`,
    `  Redis             ${redis.url}`,
    `  images            ${s3.endpoint}`,
    '',
  ].join('\n');
}

async function kill({ port, times, shoppers, seed }: ClusterOptions): Promise<Run> {
  using next = unpackNextBuild();
  await using parts = await startParts({ port, say });
  await using database = Database.open(parts.databaseUrl);
  const { haproxy } = parts;
  /** What hits a server only leaves two others, so that time goes on counting. */
  const presence = { isThere: true, turns: 0 };
  const change = (isThere: boolean) => {
    if (presence.isThere !== isThere) presence.turns++;
    presence.isThere = isThere;
  };
  const kills = kinds.filter((kind) => kind.startsWith('kill')).length * times;
  const stage = { origins: () => [haproxy.url], isProxied: true, database, presence };
  const limits = { orders: ORDERS, expectedOrders: EXPECTED_ORDERS, minutes: Number.POSITIVE_INFINITY };
  return await rehearse(stage, { ...limits, kills, shoppers, seed }, async (rehearsal) => {
    const { pace, progress, settling, told, nextRandom } = rehearsal;
    pace.allowed = ORDERS;
    const faults: ClusterFault[] = [];
    const photographer = new Photographer(haproxy.url);
    const taking = photographer.work(() => pace.isOver);
    for (const fault of planFaults(nextRandom(), times)) {
      if (pace.isOver) break;
      await sleep(fault.afterMs);
      await settling.untilPending();
      faults.push(fault);
      progress.fault(fault);
      change(!/database|proxy/.test(fault.kind));
      await told.noting(fault.kind, inflict(fault, parts, next.bundle));
      change(true);
    }
    pace.isOver = true;
    await taking;
    return { faults, checks: async () => [await photographer.check()] };
  });
}

const options = readOptions(process.argv.slice(2));
if (!options) console.log(HELP);
else if (options.kill) {
  console.log(`seed ${options.seed}`);
  const run = await kill(options);
  console.log(reportOf(run));
  process.exit(run.checks.some(({ differences }) => differences.length > 0) ? 1 : 0);
} else await serve(options);
