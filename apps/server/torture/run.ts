/** Kills servers and the database while shoppers buy, and checks the books. Run with `npm run torture`; see `--help`. */
import { SimulatedPaymentProvider } from '@lantern/api/payments/simulated-provider';
import { Database } from '@lantern/db/database';
import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { openSql } from '../bench/limits/sql.ts';
import { createLogger } from '../src/logger.ts';
import type { Check } from './books/check.ts';
import { askDoctor } from './books/doctor.ts';
import { checkLog } from './books/log.ts';
import { checkMoney } from './books/money.ts';
import { checkOrders } from './books/orders.ts';
import { checkStock } from './books/stock.ts';
import { allSettled, caughtUp } from './calm.ts';
import { startCluster } from './cluster.ts';
import { endEarly } from './end-early.ts';
import { Follower } from './follower.ts';
import { stockUp } from './goods.ts';
import { adminClient, runShop } from './merchant.ts';
import { poorNetwork, Traffic } from './network.ts';
import { HELP, readOptions, type TortureOptions } from './options.ts';
import { Pace } from './pace.ts';
import { type Fault, planFaults } from './plan.ts';
import { Presence } from './presence.ts';
import { Progress } from './progress.ts';
import { type Run, reportOf } from './report.ts';
import { Settling } from './settling.ts';
import { goShopping, type Shopper } from './shopper.ts';
import { raise } from './storm.ts';
import { Told } from './told.ts';

const FOLLOWERS = 3;

async function torture(options: TortureOptions): Promise<Run> {
  const pace = new Pace(options.orders);
  using progress = new Progress(pace, options.kills);
  let drawn = 0;
  /** Everyone draws from a sequence of their own, so that it does not depend on who comes first. */
  const nextRandom = () => mulberry32(options.seed * 1000 + drawn++);
  const plan = planFaults(nextRandom(), options);

  progress.say(`Starting a database and ${options.servers} servers`);
  await using cluster = await startCluster(options.servers);
  if (!cluster.disk) progress.say('The disk is never full: only root may mount one that can be filled');
  const origins = () => cluster.servers.map(({ url }) => url);
  const [url = ''] = origins();
  const [told, traffic, presence] = [new Told(), new Traffic(), new Presence(options.servers)];
  const goods = await stockUp(await adminClient({ url, fetch }), told, options.orders);
  const shopOf = (random: () => number) => ({
    ...goods,
    url,
    told,
    random,
    fetch: poorNetwork({ origins, traffic, random, once: ['cart.add'] }),
  });

  const followers = Array.from({ length: FOLLOWERS }, () => new Follower());
  for (const follower of followers) void follower.follow(origins);
  const sql = openSql(cluster.databaseUrl);
  const settling = new Settling(sql, presence, (name) => progress.say(`${name} is not settled in time`));
  const watching = settling.watch();
  let isOver = false;
  const admins = goods.growing.map((productId) => runShop(shopOf(nextRandom()), productId, () => isOver));
  const gone: Shopper[] = [];
  const buying = Array.from({ length: options.shoppers }, () => goShopping(shopOf(nextRandom()), pace, gone));
  const faults: Fault[] = [];

  using _ = endEarly(pace, options.minutes, (why) => progress.say(`${why}: what has begun ends`));
  await raise(plan, {
    ...{ cluster, presence, pace, settling, shoppers: options.shoppers },
    onFault(fault) {
      faults.push(fault);
      progress.fault(fault);
    },
    onFailure: (fault, error) => void told.noting(fault.kind, Promise.reject(error)),
  });
  pace.allowed = options.orders;
  await Promise.all(buying);
  isOver = true;
  await Promise.all(admins);

  progress.say('comparing the books');
  await allSettled(sql);
  settling.stop();
  await watching;
  await sql.close();
  for (const shopper of gone) await shopper.comeBack();
  await using database = Database.open(cluster.databaseUrl);
  await caughtUp(followers);
  for (const follower of followers) follower.stop();
  const books = [checkMoney(told), checkOrders(told), checkStock(told), checkLog(told, followers)];
  const doctor = await askDoctor({
    database,
    payments: new SimulatedPaymentProvider(database),
    log: createLogger('error'),
  });
  const checks = [...(await Promise.all(books)).flat(), doctor, answersCheck(told, traffic), settling.check()];
  return { options, faults, told, traffic, settling, checks, seconds: progress.seconds };
}

function answersCheck({ contradictions, comparedCarts }: Told, { faults }: Traffic): Check {
  return {
    promise: 'no answer contradicts an earlier one, or is an internal error',
    compared: comparedCarts,
    differences: [...contradictions, ...faults],
  };
}

const options = readOptions(process.argv.slice(2));
if (options) {
  console.log(`seed ${options.seed}`);
  const run = await torture(options);
  console.log(reportOf(run));
  process.exit(run.checks.some(({ differences }) => differences.length > 0) ? 1 : 0);
}
console.log(HELP);
