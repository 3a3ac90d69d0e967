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
import { Follower } from './follower.ts';
import { stockUp } from './goods.ts';
import { inflict } from './inflict.ts';
import { adminClient, runShop } from './merchant.ts';
import { poorNetwork, Traffic } from './network.ts';
import { HELP, readOptions, type TortureOptions } from './options.ts';
import { Pace } from './pace.ts';
import { planFaults } from './plan.ts';
import { type Run, reportOf } from './report.ts';
import { Settling } from './settling.ts';
import { goShopping } from './shopper.ts';
import { Told } from './told.ts';

const FOLLOWERS = 3;

const progress = (text: string) => console.error(text);

async function torture(options: TortureOptions): Promise<Run> {
  const began = performance.now();
  let drawn = 0;
  /** Everyone draws from a sequence of their own, so that it does not depend on who comes first. */
  const nextRandom = () => mulberry32(options.seed * 1000 + drawn++);
  const faults = planFaults(nextRandom(), options);

  progress(`Starting a database and ${options.servers} servers`);
  await using cluster = await startCluster(options.servers);
  if (!cluster.disk) progress('The disk is never full: only root may mount one that can be filled');
  const origins = () => cluster.servers.map(({ url }) => url);
  const [url = ''] = origins();
  const [told, traffic, pace] = [new Told(), new Traffic(), new Pace(options.orders)];
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
  let isOver = false;
  const admins = goods.growing.map((productId) => runShop(shopOf(nextRandom()), productId, () => isOver));
  const buying = Promise.all(Array.from({ length: options.shoppers }, () => goShopping(shopOf(nextRandom()), pace)));

  const sql = openSql(cluster.databaseUrl);
  const settling = new Settling(sql);
  for (const fault of faults) {
    pace.allowed = fault.afterOrders + options.shoppers;
    await Promise.race([pace.until(fault.afterOrders), buying]);
    progress(`${pace.answered} of ${options.orders} orders: ${fault.kind}`);
    await settling.watch(fault.kind);
    await inflict(fault, cluster, settling);
  }
  pace.allowed = options.orders;
  const shoppers = (await buying).flat();
  isOver = true;
  await Promise.all(admins);

  progress(`${pace.answered} of ${options.orders} orders: comparing the books`);
  const settled = await settling.all();
  await allSettled(sql);
  await sql.close();
  for (const shopper of shoppers) await shopper.look();
  await using database = Database.open(cluster.databaseUrl);
  await caughtUp(followers);
  for (const follower of followers) follower.stop();
  const books = [checkMoney(told), checkOrders(told), checkStock(told), checkLog(told, followers)];
  const doctor = await askDoctor({
    database,
    payments: new SimulatedPaymentProvider(database),
    log: createLogger('error'),
  });
  const checks = [...(await Promise.all(books)).flat(), doctor, answersCheck(told, traffic)];
  return { options, faults, told, traffic, settled, checks, seconds: (performance.now() - began) / 1000 };
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
