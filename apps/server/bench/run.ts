/** Measures how fast the store answers, beside servers that mark the limit. Run with `npm run bench`; see `--help`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../src/testing/server-process.ts';
import { Addresses } from './addresses.ts';
import { expectAgreement } from './agreement.ts';
import { type Cell, cellsOf, selectCells } from './cells.ts';
import { createDatabase, mailsSent, readCatalogue } from './database.ts';
import type { Recording } from './limits/memory.ts';
import type { Load } from './load.ts';
import { type BenchOptions, HELP, readOptions } from './options.ts';
import { type Helper, startHelper } from './processes.ts';
import { type CellRounds, type Measured, type Server, summarize, tableOf } from './report.ts';
import { registerShoppers } from './shoppers.ts';
import { loopDelay, residentMb, startWatched } from './store-process.ts';

/** Of the seconds of the others: it answers so many more that a part of the time is enough. */
const MEMORY_SHARE = 1 / 3;

const progress = (text: string) => console.error(text);

interface Store {
  /** From its start until it was ready, in milliseconds. */
  readyMs: number;
  /** Its memory after the last round, in megabytes. */
  residentMb: number;
}

async function bench(options: BenchOptions): Promise<void> {
  const { products, addresses, connections, seed } = options;
  await using database = await createDatabase(options.database);
  await using bare = startHelper<{ databaseUrl: string }, string>('limits/bare.ts');
  await using memory = startHelper<Recording, string>('limits/memory.ts');
  await using loader = startHelper<Load, Measured>('load.ts');
  await using buyers = startHelper<Load, Measured>('load.ts');
  const origins: Record<Server, string> = { store: '', bare: '', memory: '' };

  const catalogDir = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  progress(`Filling ${options.database} with ${products} products`);
  await using filling = await startServer(database.url, { SEED: String(products), CATALOG_DIR: catalogDir });
  const catalogue = await readCatalogue(database.url);
  const all = cellsOf(new Addresses(catalogue, addresses, seed), catalogue.variants);
  const cells = selectCells(all, options.cells);
  const cookies = await registerShoppers(filling.url, connections);
  origins.bare = await bare.ask({ databaseUrl: database.url });
  await expectAgreement(cells, filling.url, origins.bare);
  progress('Recording the answers of the store');
  origins.memory = await memory.ask({ origin: filling.url, ...toRecord(cells, cookies, catalogue.variants) });
  // What is measured has a new process: whatever it keeps of its answers, it has yet to give them. A mail that the former was
  // just sending would wait for minutes.
  await mailsSent(database.url);
  await filling.kill();
  await using store = await startWatched(database.url, { CATALOG_DIR: catalogDir });
  origins.store = store.url;

  const measured: CellRounds[] = cells.map(({ name }) => ({ name, rounds: [] }));
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, { name, ask, loggedIn, ordersPerSecond: perSecond }] of cells.entries()) {
      progress(`Round ${round + 1} of ${options.rounds}: ${name}`);
      const load = {
        ask,
        cookies: loggedIn ? cookies : cookies.map(() => null),
        seconds: options.seconds,
        seed: seed + round * cells.length + index,
      };
      const orders = perSecond ? { ...load, ask: { buy: catalogue.variants }, cookies, perSecond } : null;
      await loopDelay(store);
      const own = await askBoth(loader, buyers, { ...load, origin: origins.store }, orders);
      const loop = await loopDelay(store);
      if (orders || 'buy' in ask) await mailsSent(database.url);
      const limits = {
        bare: await askBoth(loader, buyers, { ...load, origin: origins.bare }, orders),
        memory: await loader.ask({ ...load, origin: origins.memory, seconds: load.seconds * MEMORY_SHARE }),
      };
      measured[index]?.rounds.push({ store: own, ...limits, loop });
    }
  }
  report(options, catalogue.version, measured, { readyMs: store.readyMs, residentMb: residentMb(store) });
  rmSync(catalogDir, { recursive: true });
}

/** What is measured, while orders come in at the same server, which must all be accepted. */
async function askBoth(
  loader: Helper<Load, Measured>,
  buyers: Helper<Load, Measured>,
  load: Load,
  orders: Omit<Load, 'origin'> | null,
): Promise<Measured> {
  if (!orders) return loader.ask(load);
  const [own, bought] = await Promise.all([loader.ask(load), buyers.ask({ ...orders, origin: load.origin })]);
  return { ...own, errors: own.errors + bought.errors };
}

function toRecord(cells: Cell[], [cookie = '']: string[], [variantId = 0]: number[]): Omit<Recording, 'origin'> {
  const paths = new Set(cells.flatMap(({ ask }) => ('paths' in ask ? ask.paths : [])));
  return { paths: [...paths], purchase: { variantId, cookie } };
}

function report(options: BenchOptions, database: string, cells: CellRounds[], store: Store): void {
  const date = new Date().toISOString();
  const machine = { processors: availableParallelism(), model: cpus()[0]?.model, node: process.version, database };
  const summaries = cells.map(summarize);
  console.log(`${date.slice(0, 10)}, ${machine.processors} × ${machine.model}, Node ${machine.node}, ${database}`);
  console.log(`${options.products} products, ${options.rounds} × ${options.seconds} s, seed ${options.seed}\n`);
  console.log(tableOf(summaries));
  const [seconds, megabytes] = [(store.readyMs / 1000).toFixed(1), store.residentMb.toFixed(0)];
  console.log(
    `\nThe store was ready after ${seconds} s, with its copy of the catalogue there, and took ${megabytes} MB in the end.`,
  );
  mkdirSync(options.out, { recursive: true });
  const file = join(options.out, `${date.slice(0, 19).replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ date, machine, options, store, summaries, cells }, null, 2)}\n`);
  console.log(`\nWritten to ${file}`);
  if (summaries.some(({ errors }) => errors > 0)) process.exitCode = 1;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await bench(options);
  else console.log(HELP);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
