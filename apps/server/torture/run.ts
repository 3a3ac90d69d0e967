/** Kills servers and the database while shoppers buy, and checks the books. Run with `npm run torture`; see `--help`. */
import { Database } from '@lantern/db/database';
import { startCluster } from './cluster.ts';
import { HELP, readOptions, type TortureOptions } from './options.ts';
import { type Fault, planFaults } from './plan.ts';
import { Presence } from './presence.ts';
import { rehearse } from './rehearse.ts';
import { type Run, reportOf } from './report.ts';
import { raise } from './storm.ts';

async function torture(options: TortureOptions): Promise<Run> {
  const { orders, kills, servers, shoppers } = options;
  console.error(`Starting a database and ${servers} servers, to sell ${orders} orders and kill ${kills} times`);
  await using cluster = await startCluster(servers);
  if (!cluster.disk) console.error('The disk is never full: only root may mount one that can be filled');
  await using database = Database.open(cluster.databaseUrl);
  const presence = new Presence(servers);
  const stage = { origins: () => cluster.servers.map(({ url }) => url), database, presence };
  return await rehearse(stage, { ...options, expectedOrders: orders }, async (rehearsal) => {
    const { pace, progress, settling, told, nextRandom } = rehearsal;
    const faults: Fault[] = [];
    await raise(planFaults(nextRandom(), options), {
      ...{ cluster, presence, pace, settling, shoppers },
      onFault(fault) {
        faults.push(fault);
        progress.fault(fault);
      },
      onFailure: (fault, error) => void told.noting(fault.kind, Promise.reject(error)),
    });
    return { faults };
  });
}

const options = readOptions(process.argv.slice(2));
if (options) {
  console.log(`seed ${options.seed}`);
  const run = await torture(options);
  console.log(reportOf(run));
  process.exit(run.checks.some(({ differences }) => differences.length > 0) ? 1 : 0);
}
console.log(HELP);
