/**
 * Measures what each tier of a shop on several servers does for an answer and for an order, and what that means for more
 * machines than there are. Run with `npm run bench:scale`; docs/scale.md has the figures.
 */
import { availableParallelism, cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Addresses } from '../bench/addresses.ts';
import { readCatalogue } from '../bench/database.ts';
import type { Load } from '../bench/load.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import { startHelper } from '../bench/processes.ts';
import type { Measured } from '../bench/report.ts';
import { registerShoppers } from '../bench/shoppers.ts';
import { BUSY, bound, processorsFor } from './law.ts';
import { startParts } from './parts.ts';
import { demandOf, tiers, type Used, usedBy, without } from './tiers.ts';

const CONNECTIONS = 32;
/** Of the catalogue's answers that a visitor who buys, and the fifty who do not, ask for together. */
const ANSWERS_PER_ORDER = 500;
const PAGES_PER_ORDER = 250;
const GOALS = [1000, 10_000, 100_000];
const HEALTH_MS = 2000;
/** What all parts do by themselves is less than this share of a processor. */
const QUIET_SHARE = 0.2;
const QUIET_MS = 1000;
const IDLE_MS = 5000;

const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const [products, seconds, seed] = [values.products, Number(values.seconds), Number(values.seed)];
const say = (text: string) => console.error(text);
process.setMaxListeners(50);

await using parts = await startParts({ port: 0, env: { SEED: products, LOG_LEVEL: 'error' }, say });
await using loader = startHelper<Load, Measured>('load.ts');
const { haproxy, galera, servers } = parts;
const catalogue = await readCatalogue(`${galera.nodes[0]?.url}/shop`);
const addresses = new Addresses(catalogue, 2000, seed);
const cookies = await registerShoppers(haproxy.url, CONNECTIONS);
const guests = cookies.map(() => null);
const kinds = [
  {
    name: 'an answer of the catalogue',
    ask: { paths: [...addresses.lists(), ...addresses.products()] },
    cookies: guests,
  },
  {
    name: 'a page',
    ask: { paths: catalogue.products.slice(0, 2000).map(({ slug }) => `/p/${slug}`) },
    cookies: guests,
  },
  { name: 'an order, with its cart', ask: { buy: catalogue.variants }, cookies },
];

interface Row {
  name: string;
  stores: number;
  perSecond: number;
  p99: number;
  errors: number;
  /** While it was asked. */
  demand: Used;
  /** With what it has left to be done. */
  whole: Used;
}

const rows: Row[] = [];
for (let stores = servers.length; stores >= 1; stores--) {
  await untilQuiet();
  const idle = await idleUse();
  for (const { name, ask, cookies } of kinds) {
    const load = { origin: haproxy.url, ask, cookies, seed: seed + stores };
    // What it keeps, it has then.
    await loader.ask({ ...load, seconds: 3 });
    await untilQuiet();
    const [began, before] = [performance.now(), usedBy(parts, [loader.pid])];
    const { answers, perSecond, p99, errors } = await loader.ask({ ...load, seconds });
    const demand = demandOf(before, usedBy(parts, [loader.pid]), answers);
    // Of an order, its mail and its invoice.
    await untilQuiet();
    const later = without(usedBy(parts, [loader.pid]), idle, (performance.now() - began) / 1000);
    rows.push({ name, stores, perSecond, p99, errors, demand, whole: demandOf(before, later, answers) });
    say(`${stores} stores, ${name}: ${perSecond.toFixed(0)} a second`);
  }
  await servers[stores - 1]?.kill();
  await sleep(HEALTH_MS);
}

const processors = availableParallelism();
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${processors} × ${cpus()[0]?.model}, Node ${process.version}, ${catalogue.version}, ` +
    `${products} products, ${seconds} s for each line, seed ${seed}\n`,
);
const ms = (value: number) => (value * 1000).toFixed(value < 0.001 ? 3 : 2);
/** That of one store, from which the others are foretold. */
const alone = (name: string) => rows.find((row) => row.name === name && row.stores === 1)?.demand ?? rows[0]?.demand;
console.log(
  markdownTable(
    [
      'what',
      'stores',
      'a second',
      'foretold',
      'error',
      'p99, ms',
      'failed',
      ...tiers.map((tier) => `${tier}, ms`),
      'all, with what follows',
    ],
    rows.map(({ name, stores, perSecond, p99, errors, demand, whole }) => {
      const foretold = bound(alone(name) ?? demand, stores, processors);
      return [
        ...[name, String(stores), perSecond.toFixed(0), foretold.toFixed(0)],
        ...[`${(100 * (foretold / perSecond - 1)).toFixed(0)} %`, p99.toFixed(0), String(errors)],
        ...tiers.map((tier) => ms(demand[tier])),
        ms(tiers.reduce((total, tier) => total + whole[tier], 0)),
      ];
    }),
  ),
);
const mixes = kinds.map(({ name }, n) => ({
  demand: rows.find((row) => row.name === name && row.stores === servers.length)?.whole ?? expectThere(),
  perOrder: [ANSWERS_PER_ORDER, PAGES_PER_ORDER, 1][n] ?? 0,
}));
console.log(`\nProcessors, busy for ${100 * BUSY} % of the time, with ${PAGES_PER_ORDER} pages an order\n`);
console.log(
  markdownTable(
    ['orders an hour', 'stores', 'writing node', 'each other node', 'proxy'],
    GOALS.map((orders) => {
      const need = processorsFor(orders, mixes);
      const figures = [need.stores, need['writing node'], need['other nodes'] / (galera.nodes.length - 1), need.proxy];
      return [orders.toLocaleString('en'), ...figures.map((figure) => figure.toFixed(2))];
    }),
  ),
);
process.exit(0);

/** What each tier uses while nobody asks, in seconds of a processor each second. */
async function idleUse(): Promise<Used> {
  const [began, before] = [performance.now(), usedBy(parts, [loader.pid])];
  await sleep(IDLE_MS);
  return demandOf(before, usedBy(parts, [loader.pid]), (performance.now() - began) / 1000);
}

/** Resolves once hardly anything is left to do. */
async function untilQuiet(): Promise<void> {
  for (let used = totalOf(usedBy(parts, [])); ; ) {
    await sleep(QUIET_MS);
    const now = totalOf(usedBy(parts, []));
    if (now - used < (QUIET_SHARE * QUIET_MS) / 1000) return;
    used = now;
  }
}

function totalOf(used: Used): number {
  return tiers.reduce((total, tier) => total + used[tier], 0);
}

function expectThere(): never {
  throw new Error('Every kind was measured.');
}
