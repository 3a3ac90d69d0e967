/** Kills servers and the database while shoppers buy, and checks the books. Run with `npm run torture`; see `--help`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { activityHead } from '@lantern/api/activity/service';
import { Database } from '@lantern/db/database';
import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { openSql } from '../bench/limits/sql.ts';
import type { Check } from './books/check.ts';
import { checkLog } from './books/log.ts';
import { checkMoney } from './books/money.ts';
import { checkOrders } from './books/orders.ts';
import { checkStock } from './books/stock.ts';
import { startCluster } from './cluster.ts';
import { Follower } from './follower.ts';
import { inflict } from './inflict.ts';
import { adminClient, runShop, stockUp } from './merchant.ts';
import { poorNetwork, Traffic } from './network.ts';
import { HELP, readOptions, type TortureOptions } from './options.ts';
import { Pace } from './pace.ts';
import { planFaults } from './plan.ts';
import { type Run, reportOf } from './report.ts';
import { Settling } from './settling.ts';
import { Shopper } from './shopper.ts';
import { Told } from './told.ts';

const FOLLOWERS = 3;
const PLENTY = 100_000;
/** The share of the orders that get one of what is rare. */
const RARE = 0.1;
/** How many orders a shopper places at most. */
const MOST_ORDERS = 4;
const CATCH_UP_MS = 60_000;

const progress = (text: string) => console.error(text);

async function torture(options: TortureOptions): Promise<Run> {
  const { orders, seed } = options;
  const began = performance.now();
  let actors = 0;
  const nextRandom = () => mulberry32(seed * 1000 + actors++);
  const faults = planFaults(nextRandom(), options);
  progress(`Starting a database and ${options.servers} servers`);
  await using cluster = await startCluster(options.servers);
  if (!cluster.disk) progress('No disk can be filled: to mount one takes root');
  const origins = () => cluster.servers.map(({ url }) => url);
  const [url = ''] = origins();
  const [traffic, told, pace] = [new Traffic(), new Told(), new Pace(orders)];
  const shopFor = (random: () => number) => ({
    url,
    told,
    random,
    fetch: poorNetwork({ origins, traffic, random, once: ['cart.add'] }),
  });

  const admin = await adminClient({ url, fetch });
  const few = Math.ceil(orders * RARE);
  const stocks = [PLENTY, PLENTY, PLENTY, few];
  const [, variants] = await stockUp(admin, 'mug', stocks);
  const edited = [await stockUp(admin, 'vase', [PLENTY]), await stockUp(admin, 'bowl', [PLENTY])] as const;
  for (const [n, id] of variants.entries()) told.stocked.set(id, stocks[n] ?? 0);
  for (const [, ids] of edited) for (const id of ids) told.stocked.set(id, PLENTY);
  const plenty = [...variants.slice(0, -1), ...edited.flatMap(([, ids]) => ids)];
  const rare = variants.at(-1) ?? 0;

  const followers = Array.from({ length: FOLLOWERS }, () => new Follower());
  const following = followers.map((follower) => follower.follow(origins));
  let isOver = false;
  const working = edited.map(([id]) => runShop(shopFor(nextRandom()), id, () => isOver));
  const shoppers: Shopper[] = [];
  const buying = Array.from({ length: options.shoppers }, async () => {
    const random = nextRandom();
    while (await pace.next()) {
      const shopper = new Shopper({ ...shopFor(random), plenty, rare });
      shoppers.push(shopper);
      let left = Math.floor(random() * MOST_ORDERS);
      do {
        await shopper.order();
        pace.answered++;
      } while (left-- > 0 && (await pace.next()));
    }
  });

  const sql = openSql(cluster.databaseUrl);
  const settling = new Settling(sql);
  for (const fault of faults) {
    pace.allowed = fault.afterOrders + options.shoppers;
    await Promise.race([pace.until(fault.afterOrders), Promise.all(buying)]);
    progress(`${pace.answered} of ${orders} orders: ${fault.kind}`);
    const watch = await settling.before(fault.kind);
    watch();
    await inflict(fault, cluster, (out) => {
      settling.isOut = out;
    });
  }
  pace.allowed = orders;
  await Promise.all(buying);
  isOver = true;
  await Promise.all(working);
  const settled = await settling.all();
  progress(`${pace.answered} of ${orders} orders; comparing the books`);
  await settleAll(sql);
  for (const shopper of shoppers) await shopper.look();
  await using _database = Database.open(cluster.databaseUrl);
  await catchUp(followers);
  for (const follower of followers) follower.stop();
  const checks = [
    ...(await checkMoney(told)),
    ...(await checkOrders(told)),
    ...(await checkStock(told)),
    ...(await checkLog(told, followers)),
    answersCheck(told, traffic),
  ];
  await sql.close();
  void Promise.allSettled(following);
  return { options, faults, told, traffic, settled, checks, seconds: (performance.now() - began) / 1000 };
}

/** Waits until nothing is pending any more, or for too long: then the books say so. */
async function settleAll({ query }: ReturnType<typeof openSql>): Promise<void> {
  const pending = `SELECT id FROM orders WHERE status = 'pending'
    UNION ALL SELECT id FROM payments WHERE status = 'pending' UNION ALL SELECT id FROM refunds WHERE status = 'due'`;
  for (const until = performance.now() + CATCH_UP_MS; performance.now() < until; await sleep(200)) {
    if ((await query(pending)).length === 0) return;
  }
}

async function catchUp(followers: Follower[]): Promise<void> {
  const { seq } = await activityHead();
  const isBehind = () => followers.some(({ seen }) => (seen.at(-1) ?? 0) < seq);
  for (const until = performance.now() + CATCH_UP_MS; isBehind() && performance.now() < until; ) await sleep(200);
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
