import { SimulatedPaymentProvider } from '@lantern/api/payments/simulated-provider';
import type { Database } from '@lantern/db/database';
import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { createLogger } from '../src/logger.ts';
import type { Check } from './books/check.ts';
import { askDoctor } from './books/doctor.ts';
import { checkLog } from './books/log.ts';
import { checkMoney } from './books/money.ts';
import { checkOrders } from './books/orders.ts';
import { checkStock } from './books/stock.ts';
import { allSettled, caughtUp } from './calm.ts';
import { endEarly } from './end-early.ts';
import { Follower } from './follower.ts';
import { stockUp } from './goods.ts';
import { adminClient, runShop } from './merchant.ts';
import { poorNetwork, Traffic } from './network.ts';
import { Pace } from './pace.ts';
import type { Presence } from './presence.ts';
import { Progress } from './progress.ts';
import type { Run } from './report.ts';
import { Settling } from './settling.ts';
import { goShopping, type Shop, type Shopper } from './shopper.ts';
import { Told } from './told.ts';

const FOLLOWERS = 3;

/** How long it goes on, and how many take part. */
export interface RehearsalOptions {
  /** How many orders get an answer, unless it ends early. */
  orders: number;
  /** How many orders the rarest of the goods is for. */
  expectedOrders: number;
  /** How many processes are to be killed. */
  kills: number;
  shoppers: number;
  /** After how long it ends early. */
  minutes: number;
  seed: number;
}

/** A store that is open, of whichever parts. */
export interface Stage {
  /** Where clients can ask. */
  origins: () => string[];
  /** Whether a proxy answers in the place of a server that does not. */
  isProxied?: boolean;
  database: Database;
  presence: Pick<Presence, 'isThere' | 'turns'>;
}

/** A rehearsal under way. */
export interface Rehearsal {
  pace: Pace;
  progress: Progress;
  settling: Settling;
  told: Told;
  /** Those who take part have one each; it draws from a sequence of its own, which does not depend on who comes first. */
  newShop(): Shop;
  nextRandom(): () => number;
}

/**
 * Sells to shoppers, while admins work and others follow the log, and lets `goWrong` do what it likes meanwhile. Once that is
 * over and all orders have their answer, compares the books with what clients were told.
 */
export async function rehearse<Fault extends { kind: string }>(
  { origins, isProxied = false, database, presence }: Stage,
  options: RehearsalOptions,
  goWrong: (rehearsal: Rehearsal) => Promise<{ faults: Fault[]; checks?: () => Promise<Check[]> }>,
): Promise<Run> {
  const pace = new Pace(options.orders);
  using progress = new Progress(pace, options.kills);
  let drawn = 0;
  const nextRandom = () => mulberry32(options.seed * 1000 + drawn++);
  const [url = ''] = origins();
  const [told, traffic] = [new Told(), new Traffic()];
  const goods = await stockUp(await adminClient({ url, fetch }), told, options.expectedOrders);
  const newShop = () => {
    const random = nextRandom();
    const network = poorNetwork({ origins, isProxied, traffic, random, once: ['cart.add'] });
    return { ...goods, url, told, random, fetch: network };
  };

  const followers = Array.from({ length: FOLLOWERS }, () => new Follower());
  for (const follower of followers) void follower.follow(origins);
  const sql = { query: async <Row extends object>(text: string) => (await database.execute<Row>(text)).rows };
  const settling = new Settling(sql, presence, (name) => progress.say(`${name} is not settled in time`));
  const watching = settling.watch();
  let isOver = false;
  const admins = goods.growing.map((productId) => runShop(newShop(), productId, () => isOver));
  const gone: Shopper[] = [];
  const buying = Array.from({ length: options.shoppers }, () => goShopping(newShop(), pace, gone));

  using _ = endEarly(pace, options.minutes, (why) => progress.say(`${why}: what has begun ends`));
  const { faults, checks: more } = await goWrong({ pace, progress, settling, told, newShop, nextRandom });
  pace.allowed = options.orders;
  await Promise.all(buying);
  isOver = true;
  await Promise.all(admins);

  progress.say('comparing the books');
  await allSettled(sql);
  settling.stop();
  await watching;
  for (const shopper of gone) await shopper.comeBack();
  await caughtUp(followers);
  for (const follower of followers) follower.stop();
  const books = [checkMoney(told), checkOrders(told), checkStock(told), checkLog(told, followers)];
  const doctor = await askDoctor({
    database,
    payments: new SimulatedPaymentProvider(database),
    log: createLogger('error'),
  });
  const own = (await more?.()) ?? [];
  const checks = [...(await Promise.all(books)).flat(), doctor, ...own, answersCheck(told, traffic), settling.check()];
  return { seed: options.seed, faults, told, traffic, settling, checks, seconds: progress.seconds };
}

function answersCheck({ contradictions, comparedCarts }: Told, { faults }: Traffic): Check {
  return {
    promise: 'no answer contradicts an earlier one, or is an internal error',
    compared: comparedCarts,
    differences: [...contradictions, ...faults],
  };
}
