/**
 * Measures what becomes of a store that is asked for more than it can do: how much it still does, and how soon it refuses
 * the rest. Run with `npm run bench:overload`.
 */
import { parseArgs } from 'node:util';
import { startServer } from '../src/testing/server-process.ts';
import { createDatabase, readCatalogue } from './database.ts';
import { markdownTable } from './markdown-table.ts';
import type { Arrivals, Arrived } from './open-load.ts';
import { startHelper } from './processes.ts';
import { registerShoppers } from './shoppers.ts';

const HELP = `npm run bench:overload -- [options]

  --database=NAME    mariadb (a server of its own, durable) or sqlite; default sqlite
  --products=N       generated products; default 1000
  --seconds=S        for each rate; default 10
  --kept             over connections that are open already, as a proxy keeps them
`;

/** Of the peak. */
const RATES = [0.5, 1, 2, 4];
/** What the search for the peak begins with. */
const FIRST_PER_SECOND = 100;
const SHOPPERS = 16;

interface Options {
  database: 'mariadb' | 'sqlite';
  products: number;
  seconds: number;
  kept: boolean;
}

async function bench({ database, products, seconds, kept }: Options): Promise<void> {
  await using created = await createDatabase(database);
  await using store = await startServer(created.url, { SEED: String(products) });
  await using load = startHelper<Arrivals, Arrived>('open-load.ts');
  const { variants } = await readCatalogue(created.url);
  const cookies = await registerShoppers(store.url, SHOPPERS);
  const arrivals = { origin: store.url, variants, cookies, seconds, kept };
  // Whatever is compiled while it runs is compiled.
  await load.ask({ ...arrivals, perSecond: FIRST_PER_SECOND / 2 });
  const peak = await peakOf((perSecond) => load.ask({ ...arrivals, perSecond }));
  const rows: string[][] = [];
  for (const rate of RATES) {
    const perSecond = rate * peak;
    const { accepted, refused, failed } = await load.ask({ ...arrivals, perSecond });
    const share = accepted.perSecond / peak;
    rows.push([
      `${rate} ×`,
      ...[perSecond, accepted.perSecond].map((value) => value.toFixed(0)),
      `${(100 * share).toFixed(0)} %`,
      refused.perSecond.toFixed(0),
      ...[accepted.p50, accepted.p99, refused.p50, refused.p99].map((value) => value?.toFixed(0) ?? '–'),
      String(failed),
    ]);
  }
  console.log(`\n${database}, peak ${peak.toFixed(0)} answers/s\n`);
  const times = ['accepted p50 ms', 'p99 ms', 'refused p50 ms', 'p99 ms'];
  console.log(markdownTable(['asked', 'asked/s', 'accepted/s', 'of the peak', 'refused/s', ...times, 'failed'], rows));
}

/** The most that was accepted while ever more was asked for. */
async function peakOf(ask: (perSecond: number) => Promise<Arrived>): Promise<number> {
  let peak = 0;
  for (let perSecond = FIRST_PER_SECOND; ; perSecond *= 1.5) {
    const { accepted } = await ask(perSecond);
    peak = Math.max(peak, accepted.perSecond);
    if (accepted.perSecond < 0.9 * perSecond) return peak;
  }
}

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    database: { ...text, default: 'sqlite' },
    products: { ...text, default: '1000' },
    seconds: { ...text, default: '10' },
    kept: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(HELP);
else {
  const { database, products, seconds, kept } = values;
  await bench({
    database: database === 'mariadb' ? 'mariadb' : 'sqlite',
    products: Number(products),
    seconds: Number(seconds),
    kept,
  });
}
